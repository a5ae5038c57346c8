package io.broadsheet.articles;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a body as HTML.
 *
 * <p>A closed visitor: there is no other way from a stored story to markup, so nothing that was
 * stored can become an element by itself.
 */
final class BodyHtml {
  /** As wide as a paragraph is on the site's pages. */
  private static final String SIZES = "min(43rem, 92vw)";

  private final StringBuilder out = new StringBuilder();
  private final String origin;
  private final Insets insets;

  private BodyHtml(String origin, Insets insets) {
    this.origin = origin;
    this.insets = insets;
  }

  /** Writes it with an origin before the paths of pictures. */
  static String of(Body body, String origin, Insets insets) {
    BodyHtml html = new BodyHtml(origin, insets);
    html.blocks(body.content());
    return html.out.toString();
  }

  private void blocks(List<Block> blocks) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph(List<Inline> content) -> element("p", content);
        case Block.Heading(Block.Level attrs, List<Inline> content) ->
            element("h" + attrs.level(), content);
        case Block.Quote(Attribution attrs, List<Block> content) -> quote(attrs, content);
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
        case Block.Table table -> new TableHtml(out, this::compact).write(table);
        case Block.Figure(Picture picture) -> figure(picture);
        case Block.Embed(Embedded page) -> embed(page);
        case Block.Factbox(Block.Title attrs, List<Block> content) -> factbox(attrs, content);
        case Block.StoryLink(Block.Linked attrs) -> out.append(insets.story(attrs.article()));
        case Block.Chart(RateChart chart) ->
            out.append(insets.chart(chart, Escaping.of(chart.title())));
      }
    }
  }

  private void quote(@Nullable Attribution said, List<Block> content) {
    boolean named = said != null && said.attribution() != null;
    out.append(named ? "<figure><blockquote" : "<blockquote");
    if (said != null && said.link() != null) {
      attribute("cite", said.link());
    }
    out.append('>');
    blocks(content);
    out.append("</blockquote>");
    if (said != null && said.attribution() != null) {
      out.append("<figcaption>— ");
      if (said.link() != null) {
        out.append("<a");
        attribute("href", said.link());
        out.append('>');
      }
      escape(said.attribution());
      out.append(said.link() == null ? "" : "</a>").append("</figcaption></figure>");
    }
  }

  private void figure(Picture picture) {
    out.append("<figure><picture><source type=\"image/webp\"");
    attribute("srcset", picture.sourceSet(origin));
    attribute("sizes", SIZES);
    out.append("><img");
    attribute("src", origin + picture.path());
    attribute("width", Integer.toString(picture.width()));
    attribute("height", Integer.toString(picture.height()));
    attribute("data-c", picture.color());
    attribute("alt", picture.alt());
    out.append(" loading=\"lazy\" decoding=\"async\"></picture>");
    if (!picture.legend().isEmpty()) {
      out.append("<figcaption>");
      escape(picture.legend());
      out.append("</figcaption>");
    }
    out.append("</figure>");
  }

  /** A script may offer the player; nothing is loaded from there before. */
  private void embed(Embedded page) {
    out.append("<p class=\"embed\"");
    Optional<String> player = page.player();
    player.ifPresent(address -> attribute("data-player", address));
    out.append("><b>");
    escape(page.shown());
    out.append("</b> <a");
    attribute("href", page.url());
    out.append(" rel=\"noopener nofollow\">");
    escape(page.label());
    out.append("</a></p>");
  }

  private void factbox(Block.Title attrs, List<Block> content) {
    out.append("<aside class=\"facts\"");
    attribute("aria-label", attrs.title());
    out.append("><h2>");
    escape(attrs.title());
    out.append("</h2>");
    blocks(content);
    out.append("</aside>");
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
      attribute("href", attrs.href());
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

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value);
    out.append('"');
  }

  private void escape(String text) {
    Escaping.to(out, text);
  }
}
