package io.broadsheet.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Body;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Correction;
import io.broadsheet.articles.Focus;
import io.broadsheet.articles.HtmlBody;
import io.broadsheet.articles.Insets;
import io.broadsheet.articles.Picture;
import io.broadsheet.articles.Source;
import io.broadsheet.articles.State;
import io.broadsheet.articles.Submission;
import io.broadsheet.articles.TestArticles;
import io.broadsheet.articles.TestBodies;
import io.broadsheet.articles.Topic;
import io.broadsheet.database.Dialect;
import io.broadsheet.media.StoredPicture;
import io.broadsheet.settings.Language;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written as ninjs is read again as it was. */
class NinjsRoundTripTest {
  private static final List<String> WORDS =
      List.of(
          "Паром",
          "Қала",
          "ferry",
          "«Айлақ»",
          "5 < 6 & 7",
          "\"so\"",
          "и\u0306",
          "👩‍👩‍👧",
          "a\u00a0b",
          "\u00ad",
          "100%",
          "—",
          "\u202e",
          "\u200b",
          "&amp;",
          "'",
          "\\");

  private final TestImport test = new TestImport(Dialect.SQLITE);
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void whatIsWrittenIsReadAgainAsItWas() throws Exception {
    StoredPicture picture = picture();
    NinjsWriter writer = new NinjsWriter(test.site, test.bodies);
    for (int round = 0; round < 150; round++) {
      long id = test.articles.save(submission("u:" + round, picture)).id();
      Article article = test.articles.get(id).orElseThrow();
      String ninjs = new String(writer.write(article), StandardCharsets.UTF_8);
      Recorded again = test.takeText(ninjs);
      assertThat(again.lines)
          .as("seed %d, round %d: %s", seed, round, ninjs)
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.outcome()).isEqualTo(Outcome.UNCHANGED);
                assertThat(line.detail()).isEmpty();
              });
    }
  }

  @Test
  void whatHtmlCannotSayIsKeptWhereAStoryComesBackAsItWasGivenOut() throws Exception {
    StoredPicture stored = picture();
    Picture picture =
        new Picture(
            stored.hash(),
            stored.width(),
            stored.height(),
            stored.color(),
            "A ferry",
            "The ferry",
            "",
            new Focus(10, 90));
    long other = test.articles.save(TestArticles.story("u:2", Language.EN, "Other")).id();
    Submission plain = TestArticles.story("u:1", Language.EN, "Ferry");
    long id =
        test.articles.save(TestBodies.story(plain, TestBodies.everyBlock(other), picture)).id();
    Article article = test.articles.get(id).orElseThrow();
    String ninjs =
        new String(new NinjsWriter(test.site, test.bodies).write(article), StandardCharsets.UTF_8);
    assertThat(ninjs).contains("/en/news/other-" + other + "\\\">Other</a>");
    assertThat(test.takeText(ninjs).lines)
        .extracting(ImportLine::outcome)
        .containsExactly(Outcome.UNCHANGED);
    test.takeText(ninjs.replace("The ferry was late.", "The ferry was early."));
    Content changed = test.articles.get(id).orElseThrow().content();
    assertThat(changed.body().text()).startsWith("The ferry was early.");
    assertThat(changed.body().html("", Insets.none()))
        .contains("<aside class=\"facts\"", "<figcaption>— <a", "data-player=", "colspan=\"2\"");
    assertThat(changed.pictures()).containsExactly(picture);
  }

  private Submission submission(String uri, StoredPicture picture) {
    Instant published = TestImport.NOON.plusMillis(random.nextInt(100_000));
    Instant embargo = random.nextBoolean() ? null : published.minusSeconds(random.nextInt(9));
    return new Submission(
        uri,
        random.nextBoolean() ? uri : "story of " + uri,
        any(Language.values()),
        content(picture),
        any(State.PUBLISHED, State.DRAFT, State.WITHDRAWN),
        published,
        published.plusMillis(random.nextInt(100_000)),
        embargo,
        random.nextBoolean() ? null : TestImport.NOON.plus(random.nextInt(99), ChronoUnit.DAYS),
        random.nextBoolean() ? null : published.plusSeconds(random.nextInt(80_000)));
  }

  private Content content(StoredPicture stored) {
    return new Content(
        random.nextBoolean() ? null : "❄️",
        line(),
        random.nextBoolean() ? "" : line(),
        body(),
        some(this::line),
        some(() -> new Topic("t" + random.nextInt(1_000_000), line())),
        random.nextBoolean() ? null : line(),
        some(
            () ->
                new Picture(
                    stored.hash(),
                    stored.width(),
                    stored.height(),
                    stored.color(),
                    random.nextBoolean() ? "" : line(),
                    random.nextBoolean() ? "" : line(),
                    random.nextBoolean() ? "" : line())),
        some(
            () ->
                new Source(
                    line(),
                    any(Source.Kind.values()),
                    random.nextBoolean() ? null : "https://x.example/?a=1&b=" + random.nextInt(),
                    random.nextBoolean() ? null : LocalDate.of(2026, 1, 1 + random.nextInt(28)))),
        corrections());
  }

  private List<Correction> corrections() {
    List<Correction> corrections = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      corrections.add(new Correction(TestImport.NOON.plusSeconds(i), line()));
    }
    return corrections;
  }

  private Body body() {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < random.nextInt(5); i++) {
      html.append(block());
    }
    return HtmlBody.parse(html.toString());
  }

  private String block() {
    return switch (random.nextInt(8)) {
      case 0 -> "<h2>" + inline() + "</h2>";
      case 1 -> "<ul><li>" + inline() + "</li><li><p>" + inline() + "</p>" + block() + "</li></ul>";
      case 2 -> "<ol start=3><li>" + inline() + "</li></ol>";
      case 3 -> "<blockquote><p>" + inline() + "</p>" + block() + "</blockquote>";
      case 5 ->
          "<figure><blockquote cite=\"https://a.example/?a&amp;b\"><p>"
              + inline()
              + "</p></blockquote><figcaption>— "
              + escaped(line())
              + "</figcaption></figure>";
      case 4 ->
          "<table><tr><th>"
              + inline()
              + "</th><td></td></tr><tr><td colspan=2></td></tr></table><hr>";
      default -> "<p>" + inline() + "</p>";
    };
  }

  private String inline() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      String word = escaped(WORDS.get(random.nextInt(WORDS.size())));
      text.append(
          switch (random.nextInt(6)) {
            case 0 -> "<b>" + word + " </b>";
            case 1 -> " <a href=\"/x?a=1&amp;b=" + i + "\">" + word + "</a>";
            case 2 -> "<i><s>" + word + "</s></i>";
            case 3 -> word + "<br>";
            default -> " " + word + "  ";
          });
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  @SafeVarargs
  private <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String line() {
    return WORDS.get(random.nextInt(WORDS.size())) + " " + random.nextInt(100);
  }

  private <T> List<T> some(Supplier<T> maker) {
    List<T> made = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      made.add(maker.get());
    }
    return made;
  }

  private StoredPicture picture() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(700, 30, BufferedImage.TYPE_INT_RGB), "png", png);
    return test.media.store(png.toByteArray());
  }
}
