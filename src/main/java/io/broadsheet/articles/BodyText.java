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
        case Block.Quote(Attribution said, List<Block> content) -> {
          blocks(content);
          if (said != null && said.attribution() != null) {
            line(said.attribution());
          }
        }
        case Block.BulletList(List<Block.Item> items) -> items.forEach(i -> blocks(i.content()));
        case Block.OrderedList(Block.Start _, List<Block.Item> items) ->
            items.forEach(i -> blocks(i.content()));
        case Block.Rule() -> {}
        case Block.Table(List<Block.Row> rows) ->
            rows.forEach(row -> row.content().forEach(cell -> blocks(cell.content())));
        case Block.Figure(Picture picture) -> line(picture.legend());
        case Block.Embed(Embedded page) -> line(page.title());
        case Block.Factbox(Block.Title attrs, List<Block> content) -> {
          line(attrs.title());
          blocks(content);
        }
        case Block.Chart(RateChart chart) -> line(chart.title());
        // Its words are the other story's.
        case Block.StoryLink _ -> {}
      }
    }
  }

  private void line(String text) {
    if (!text.isBlank()) {
      out.append(text).append('\n');
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
