package io.broadsheet.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentHtmlTest {
  private static final int MEGABYTE = 1 << 20;

  @Test
  void emptyLinesPartParagraphsAndOtherLineEndsAreBreaks() {
    assertThat(CommentHtml.of("Бір\nекі\n\nүш")).isEqualTo("<p>Бір<br>екі</p><p>үш</p>");
    assertThat(CommentHtml.of("")).isEmpty();
  }

  @Test
  void markupIsText() {
    assertThat(CommentHtml.of("<script>alert('1 & \"2\"')</script>"))
        .isEqualTo("<p>&lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;</p>");
  }

  @Test
  void addressesAreLinksThatVouchForNothing() {
    assertThat(CommentHtml.of("см. https://gov.kz/a?b=1&c='2"))
        .isEqualTo(
            "<p>см. <a href=\"https://gov.kz/a?b=1&amp;c=&#39;2\" rel=\"nofollow ugc noopener\">"
                + "https://gov.kz/a?b=1&amp;c=&#39;2</a></p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Go to http://example.com. Or not | http://example.com",
        "(http://example.com/a_(b)), yes | http://example.com/a_(b)",
        "[HTTPS://Example.com:8080/?q=(]! | HTTPS://Example.com:8080/?q=(",
        "«https://kk.wikipedia.org/wiki/Алматы» | https://kk.wikipedia.org/wiki/Алматы",
        "https://қазақстан.қаз?! | https://қазақстан.қаз",
        "https://medium.com/@name/x#y… | https://medium.com/@name/x#y",
        "https://example.com/a<b>c | https://example.com/a",
        "http://example.com\\@evil.com | http://example.com",
      })
  void whatSurroundsAnAddressStaysOutside(String text, String address) {
    assertThat(Link.in(text)).extracting(Link::address).containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.com",
        "ftp://example.com",
        "http://",
        "http://...",
        "http://localhost/",
        "http://.example.com",
        "http://a..b/",
        "http://user@example.com/",
        "http://user:secret@example.com/",
        "http://example.com:80@evil.com/",
        "http://example.com:port/",
        "http://[::1]/",
        "xhttp://example.com",
        "http://\"onclick=alert(1)",
      })
  void whatIsNoPlainWebAddressIsText(String text) {
    assertThat(Link.in(text)).isEmpty();
    assertThat(CommentHtml.of(text)).doesNotContain("<a");
  }

  @Test
  void eachAddressCounts() {
    assertThat(CommentHtml.links("http://a.kz, http://a.kz\n(https://b.kz) http://c")).isEqualTo(3);
  }

  @Test
  void aLongAddressIsShownWithoutItsMiddle() {
    String address = "https://example.com/" + "я".repeat(100) + "/the-end.html";
    assertThat(new Link(0, address).shown())
        .hasSize(60)
        .startsWith("https://example.com/яяя")
        .contains("я…яяя")
        .endsWith("/the-end.html");
    String just = "https://example.com/" + "a".repeat(40);
    assertThat(new Link(0, just).shown()).isEqualTo(just);
  }

  @Test
  void aLongHostIsShownWhole() {
    String site = "http://bank.kz." + "a".repeat(60) + ".evil.com";
    assertThat(new Link(0, site + "/" + "b".repeat(100)).shown()).startsWith(site + "…");
    assertThat(new Link(0, site).shown()).isEqualTo(site);
  }

  @Test
  void whateverIsWrittenReadsBackTheSame() {
    long seed = System.nanoTime();
    System.out.println("CommentHtmlTest seed " + seed);
    RandomGenerator random = new Random(seed);
    String[] pieces = {
      "<",
      ">",
      "\"",
      "'",
      "&",
      "&lt;",
      "&#60;",
      "&#x3c",
      "<script>",
      "</p>",
      "<a href=",
      "<!--",
      "]]>",
      "http://",
      "https://example.com/",
      "https://a.kz",
      "javascript:",
      "@",
      ":",
      "?",
      "#",
      "(",
      ")",
      "[",
      "]",
      ".",
      ",",
      "\\",
      " ",
      "\n",
      "\n\n",
      "a",
      "қ",
      "👩‍👧",
      "\u0000",
      "\r",
      "…",
      "onclick=",
      "%3C",
      ";",
      "x".repeat(70),
    };
    for (int round = 0; round < 20_000; round++) {
      StringBuilder raw = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        raw.append(pieces[random.nextInt(pieces.length)]);
      }
      Element ofRaw = Jsoup.parseBodyFragment(CommentHtml.of(raw.toString())).body();
      ofRaw.getAllElements().forEach(CommentHtmlTest::isHarmless);
      String text = PlainText.text(raw.toString());
      Element body = Jsoup.parseBodyFragment(CommentHtml.of(text)).body();
      assertThat(
              body.children().stream()
                  .map(CommentHtmlTest::read)
                  .collect(Collectors.joining("\n\n")))
          .isEqualTo(text);
    }
  }

  @Test
  void aMegabyteOfAnythingTakesNoLongerThanItIsLong() {
    for (String piece :
        List.of("http://", "http://a", "http://a.b ", "http://a.b/)", ".", "\n", "(", "<", "a.")) {
      String text = "http://a.b" + piece.repeat(MEGABYTE / piece.length());
      assertTimeout(Duration.ofSeconds(3), () -> CommentHtml.of(text), () -> "of " + piece);
    }
  }

  private static void isHarmless(Element element) {
    switch (element.tagName()) {
      case "body", "p", "br" -> assertThat(element.attributesSize()).isZero();
      case "a" -> {
        assertThat(element.attributesSize()).isEqualTo(2);
        assertThat(element.attr("rel")).isEqualTo("nofollow ugc noopener");
        assertThat(element.attr("href")).matches("https?://[\\p{L}\\p{N}].*");
      }
      default -> throw new AssertionError(element);
    }
  }

  /** Returns what a paragraph says, with addresses in full. */
  private static String read(Element paragraph) {
    assertThat(paragraph.tagName()).isEqualTo("p");
    return paragraph.childNodes().stream().map(CommentHtmlTest::read).collect(Collectors.joining());
  }

  private static String read(Node node) {
    return node instanceof TextNode text
        ? text.getWholeText()
        : node.nameIs("br") ? "\n" : node.attr("href");
  }
}
