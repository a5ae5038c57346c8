package io.broadsheet.articles;

import java.util.List;
import java.util.function.Consumer;

/** Writes a table so that each heading says which cells it heads. */
final class TableHtml {
  /** With more columns a table may be wider than a phone, and then scrolls by itself. */
  private static final int FITTING = 4;

  private final StringBuilder out;
  private final Consumer<List<Block>> contents;

  TableHtml(StringBuilder out, Consumer<List<Block>> contents) {
    this.out = out;
    this.contents = contents;
  }

  void write(Block.Table table) {
    List<Block.Row> rows = table.content();
    boolean wide = rows.stream().anyMatch(row -> columns(row) > FITTING);
    // Whoever has no mouse scrolls it with the arrow keys, and must be able to reach it.
    out.append(wide ? "<div class=\"wide\" tabindex=\"0\"><table>" : "<table>");
    boolean headed = rows.size() > 1 && isHead(rows.getFirst());
    if (headed) {
      out.append("<thead>");
      row(rows.getFirst(), true);
      out.append("</thead>");
    }
    out.append("<tbody>");
    rows.subList(headed ? 1 : 0, rows.size()).forEach(row -> row(row, false));
    out.append(wide ? "</tbody></table></div>" : "</tbody></table>");
  }

  private static int columns(Block.Row row) {
    return row.content().stream().mapToInt(cell -> Span.columns(cell.attrs())).sum();
  }

  /** A cell of the head cannot reach down into the body. */
  private static boolean isHead(Block.Row row) {
    return !row.content().isEmpty()
        && row.content().stream()
            .allMatch(cell -> cell instanceof Block.HeaderCell && Span.rows(cell.attrs()) == 1);
  }

  private void row(Block.Row row, boolean head) {
    out.append("<tr>");
    boolean first = true;
    for (Block.Cell cell : row.content()) {
      String name =
          switch (cell) {
            case Block.DataCell _ -> "td";
            case Block.HeaderCell _ -> "th";
          };
      out.append('<').append(name);
      if (cell instanceof Block.HeaderCell && (head || first)) {
        out.append(head ? " scope=\"col\"" : " scope=\"row\"");
      }
      reach("colspan", Span.columns(cell.attrs()));
      reach("rowspan", Span.rows(cell.attrs()));
      out.append('>');
      contents.accept(cell.content());
      out.append("</").append(name).append('>');
      first = false;
    }
    out.append("</tr>");
  }

  private void reach(String attribute, int cells) {
    if (cells > 1) {
      out.append(' ').append(attribute).append("=\"").append(cells).append('"');
    }
  }
}
