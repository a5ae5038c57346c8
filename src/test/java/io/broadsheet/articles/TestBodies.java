package io.broadsheet.articles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A body with every block that stories know. */
public final class TestBodies {
  /** A picture that is not stored anywhere. */
  public static final Picture PICTURE =
      new Picture(
          "0".repeat(64),
          1600,
          900,
          "#336699",
          "A ferry \"North\" & two <gulls>",
          "The ferry",
          "A. Photographer",
          new Focus(20, 75));

  private TestBodies() {}

  /** Returns every block, among them links to these stories. */
  public static Body everyBlock(long... links) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(paragraph("The ferry was late."));
    blocks.add(new Block.Heading(new Block.Level(2), List.of(text("What they say"))));
    blocks.add(
        new Block.Quote(
            new Attribution("Aigul Seitova, captain", "https://a.example/?a=1&b=2"),
            List.of(paragraph("We shall see."))));
    blocks.add(new Block.Quote(null, List.of(paragraph("Nobody said this."))));
    blocks.add(new Block.Figure(PICTURE));
    blocks.add(
        new Block.Embed(
            new Embedded(
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ", Provider.YOUTUBE, "The crossing")));
    blocks.add(new Block.Embed(new Embedded("https://t.me/channel/5", Provider.TELEGRAM, "")));
    blocks.add(
        new Block.Factbox(
            new Block.Title("The ferry in figures"),
            List.of(
                paragraph("It was built in 1998."),
                new Block.BulletList(
                    List.of(
                        new Block.Item(List.of(paragraph("60 seats"))),
                        new Block.Item(List.of(paragraph("12 cars"))))))));
    for (long link : links) {
      blocks.add(new Block.StoryLink(new Block.Linked(link)));
    }
    blocks.add(new Block.Chart(new RateChart(1, RateChart.Span.WEEK, "The dollar this week")));
    blocks.add(
        new Block.OrderedList(
            new Block.Start(3), List.of(new Block.Item(List.of(paragraph("third"))))));
    blocks.add(new Block.Rule());
    blocks.add(table());
    blocks.add(
        new Block.Table(
            List.of(
                new Block.Row(
                    Collections.nCopies(8, cell("A value that needs the room it takes"))))));
    return Body.of(blocks);
  }

  /** Returns a story with this body and these pictures. */
  public static Submission story(Submission plain, Body body, Picture... pictures) {
    Content content = plain.content();
    return new Submission(
        plain.uri(),
        plain.story(),
        plain.language(),
        new Content(
            content.emoji(),
            content.headline(),
            content.lede(),
            body,
            content.bylines(),
            content.topics(),
            content.place(),
            List.of(pictures),
            content.sources(),
            content.corrections()),
        plain.state(),
        plain.published(),
        plain.updated(),
        plain.embargo(),
        plain.expires());
  }

  private static Block table() {
    return new Block.Table(
        List.of(
            new Block.Row(List.of(head("Day", 1), head("Crossings", 2))),
            new Block.Row(List.of(head("Monday", 1), cell("4"), cell("5"))),
            new Block.Row(
                List.of(
                    head("Tuesday", 1),
                    new Block.DataCell(new Span(2, null), List.of(paragraph("none")))))));
  }

  private static Block.Cell head(String text, int columns) {
    return new Block.HeaderCell(new Span(columns, 1), List.of(paragraph(text)));
  }

  private static Block.Cell cell(String text) {
    return new Block.DataCell(null, List.of(paragraph(text)));
  }

  static Block paragraph(String text) {
    return new Block.Paragraph(List.of(text(text)));
  }

  private static Inline text(String text) {
    return new Inline.Text(text, List.of());
  }
}
