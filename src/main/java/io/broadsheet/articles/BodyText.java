package io.broadsheet.articles;

import java.util.List;

/** Reads the words of a body without its markup. */
final class BodyText {
  private final StringBuilder out = new StringBuilder();

  private BodyText() {}

  static String of(Body body) {
    BodyText text = new BodyText();
    text.blocks(body.content());
    return text.out.toString().strip();
  }

  private void blocks(List<Block> blocks) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph(List<Inline> content) -> line(content);
        case Block.Heading(Block.Level _, List<Inline> content) -> line(content);
        case Block.Quote(List<Block> content) -> blocks(content);
        case Block.BulletList(List<Block.Item> items) -> items.forEach(i -> blocks(i.content()));
        case Block.OrderedList(Block.Start _, List<Block.Item> items) ->
            items.forEach(i -> blocks(i.content()));
        case Block.Rule() -> {}
        case Block.Table(List<Block.Row> rows) ->
            rows.forEach(row -> row.content().forEach(cell -> blocks(cell.content())));
      }
    }
  }

  private void line(List<Inline> content) {
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Text(String text, List<Mark> _) -> out.append(text);
        case Inline.HardBreak() -> out.append('\n');
      }
    }
    out.append('\n');
  }
}
