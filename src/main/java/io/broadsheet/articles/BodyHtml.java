package io.broadsheet.articles;

import java.util.List;

/**
 * Writes a body as HTML.
 *
 * <p>A closed visitor: there is no other way from a stored story to markup, so nothing that was
 * stored can become an element by itself.
 */
final class BodyHtml {
  private final StringBuilder out = new StringBuilder();

  private BodyHtml() {}

  static String of(Body body) {
    BodyHtml html = new BodyHtml();
    html.blocks(body.content());
    return html.out.toString();
  }

  private void blocks(List<Block> blocks) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph(List<Inline> content) -> element("p", content);
        case Block.Heading(Block.Level attrs, List<Inline> content) ->
            element("h" + attrs.level(), content);
        case Block.Quote(List<Block> content) -> {
          out.append("<blockquote>");
          blocks(content);
          out.append("</blockquote>");
        }
        case Block.BulletList(List<Block.Item> items) -> {
          out.append("<ul>");
          items(items);
          out.append("</ul>");
        }
        case Block.OrderedList(Block.Start attrs, List<Block.Item> items) -> {
          out.append(attrs.order() == 1 ? "<ol>" : "<ol start=\"" + attrs.order() + "\">");
          items(items);
          out.append("</ol>");
        }
        case Block.Rule() -> out.append("<hr>");
        case Block.Table(List<Block.Row> rows) -> table(rows);
      }
    }
  }

  private void element(String name, List<Inline> content) {
    out.append('<').append(name).append('>');
    inlines(content);
    out.append("</").append(name).append('>');
  }

  private void items(List<Block.Item> items) {
    for (Block.Item item : items) {
      out.append("<li>");
      compact(item.content());
      out.append("</li>");
    }
  }

  /** A lone paragraph needs no element of its own within an item or a cell. */
  private void compact(List<Block> content) {
    if (content.size() == 1 && content.getFirst() instanceof Block.Paragraph(List<Inline> only)) {
      inlines(only);
    } else {
      blocks(content);
    }
  }

  private void table(List<Block.Row> rows) {
    out.append("<table><tbody>");
    for (Block.Row row : rows) {
      out.append("<tr>");
      for (Block.Cell cell : row.content()) {
        String name =
            switch (cell) {
              case Block.DataCell _ -> "td";
              case Block.HeaderCell _ -> "th";
            };
        out.append('<').append(name).append('>');
        compact(cell.content());
        out.append("</").append(name).append('>');
      }
      out.append("</tr>");
    }
    out.append("</tbody></table>");
  }

  private void inlines(List<Inline> content) {
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Text(String text, List<Mark> marks) -> {
          marks.forEach(this::open);
          escape(text);
          marks.reversed().forEach(mark -> out.append("</").append(name(mark)).append('>'));
        }
        case Inline.HardBreak() -> out.append("<br>");
      }
    }
  }

  private void open(Mark mark) {
    out.append('<').append(name(mark));
    if (mark instanceof Mark.Link(Mark.Target attrs)) {
      out.append(" href=\"");
      escape(attrs.href());
      out.append('"');
    }
    out.append('>');
  }

  private static String name(Mark mark) {
    return switch (mark) {
      case Mark.Strong() -> "strong";
      case Mark.Emphasis() -> "em";
      case Mark.Strike() -> "s";
      case Mark.Subscript() -> "sub";
      case Mark.Superscript() -> "sup";
      case Mark.Link _ -> "a";
    };
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}
