package io.broadsheet.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlBodyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>One</p><p>Two</p>|<p>One</p><p>Two</p>",
        "bare text|<p>bare text</p>",
        "<p>a <b>bold</b> word</p>|<p>a <strong>bold</strong> word</p>",
        "<p>a<b> bold </b>word</p>|<p>a<strong> bold </strong>word</p>",
        "<div><p>in</p>after</div>|<p>in</p><p>after</p>",
        "<h1>T</h1><h5>t</h5>|<h2>T</h2><h4>t</h4>",
        "<ul><li>a</li><li><p>b</p><p>c</p></li></ul>|<ul><li>a</li><li><p>b</p><p>c</p></li></ul>",
        "<p>x<br>y<br></p>|<p>x<br>y</p>",
        "<p><a href='javascript:alert(1)'>x</a></p>|<p>x</p>",
        "<p><a href='/ru/top'>x</a></p>|<p><a href=\"/ru/top\">x</a></p>",
        "<script>alert(1)</script><p onclick=x>y</p>|<p>y</p>",
        "<p>&lt;script&gt; &amp; \"q\"</p>|<p>&lt;script&gt; &amp; &quot;q&quot;</p>",
        "<blockquote>words</blockquote>|<blockquote><p>words</p></blockquote>",
        "<table><tr><th>a</th><td>1</td></tr></table>"
            + "|<table><tbody><tr><th scope=\"row\">a</th><td>1</td></tr></tbody></table>",
        "<table><tr><th>a</th><th>b</th></tr><tr><td colspan=2 rowspan=0>1</td></tr></table>"
            + "|<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>"
            + "<tbody><tr><td colspan=\"2\">1</td></tr></tbody></table>",
        "<figure><blockquote>a</blockquote><figcaption>– B, <i>poet</i></figcaption></figure>"
            + "|<figure><blockquote><p>a</p></blockquote><figcaption>— B, poet</figcaption></figure>",
        "<figure><blockquote cite='https://a.example/'>a</blockquote><figcaption>B</figcaption>"
            + "</figure>|<figure><blockquote cite=\"https://a.example/\"><p>a</p></blockquote>"
            + "<figcaption>— <a href=\"https://a.example/\">B</a></figcaption></figure>",
        "<figure><blockquote>a</blockquote></figure>|<blockquote><p>a</p></blockquote>",
        "<figure><img src=x><figcaption>b</figcaption></figure>|<p>b</p>",
        "<blockquote><p>a</p><cite>B</cite></blockquote>"
            + "|<figure><blockquote><p>a</p></blockquote><figcaption>— B</figcaption></figure>",
        "<blockquote><cite>B</cite></blockquote>|<blockquote><p><em>B</em></p></blockquote>",
        "<blockquote cite='https://a.example/'><p>a</p></blockquote>"
            + "|<blockquote cite=\"https://a.example/\"><p>a</p></blockquote>",
        "<blockquote cite='javascript:x'><p>a</p></blockquote>|<blockquote><p>a</p></blockquote>",
        "<aside><h2>T</h2><p>a</p></aside>|<h2>T</h2><p>a</p>",
        "<aside class=facts><h2>T</h2><p>a</p></aside>"
            + "|<aside class=\"facts\" aria-label=\"T\"><h2>T</h2><p>a</p></aside>",
        "<aside class=facts><h2>T</h2><h3>a</h3></aside>|<h2>T</h2><h3>a</h3>",
        "<ul><li><aside class=facts><h2>T</h2><p>a</p></aside></ul>"
            + "|<ul><li><h2>T</h2><p>a</p></li></ul>",
        "<p class=embed><a href='https://t.me/c/5'>t.me/c/5</a></p>"
            + "|<p class=\"embed\"><b>Telegram</b>"
            + " <a href=\"https://t.me/c/5\" rel=\"noopener nofollow\">t.me/c/5</a></p>",
        "<p class=embed><a href='http://t.me/c/5'>T</a></p>|<p><a href=\"http://t.me/c/5\">T</a></p>",
        "<p>one\t   two</p>|<p>one two</p>"
      })
  void readsWhatAStoryKnowsAndLeavesOutTheRest(String html, String expected) {
    assertThat(HtmlBody.parse(html).html()).isEqualTo(expected);
  }

  @Test
  void textIsTakenToTheLetter() {
    String text = "«Восточный» – это\u00a0\"объект\"… it's 5\u2009% ёЁ қ";
    assertThat(HtmlBody.parse("<p>" + text + "</p>").text()).isEqualTo(text);
  }

  @Test
  void whatWasWrittenReadsBackTheSame() {
    long seed = System.nanoTime();
    System.out.println("HtmlBodyTest seed " + seed);
    Random random = new Random(seed);
    String[] pieces = {
      "<p>",
      "</p>",
      "<b>",
      "</b>",
      "<i>",
      "</i>",
      "<ul>",
      "<li>",
      "</li>",
      "</ul>",
      "<br>",
      "word ",
      "&amp;",
      "<h2>",
      "</h2>",
      "<blockquote>",
      "</blockquote>",
      "<a href='https://a.example/?a=1&b'>",
      "</a>",
      "<table>",
      "<tr>",
      "<td>",
      "</table>",
      "<div>",
      "</div>",
      "<sup>",
      "</sup>",
      "<hr>",
      "<figure>",
      "<figcaption>name",
      "<cite>name</cite>",
      "</figcaption>",
      "</figure>",
      "<aside class=facts><h2>title</h2>",
      "</aside>",
      "<p class=embed><a href='https://t.me/a/1'>title</a>",
      "<th rowspan=2>",
      "<td colspan=3>",
      " "
    };
    for (int round = 0; round < 2_000; round++) {
      StringBuilder html = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        html.append(pieces[random.nextInt(pieces.length)]);
      }
      Body once = HtmlBody.parse(html.toString());
      assertThat(HtmlBody.parse(once.html())).as("%s", html).isEqualTo(once);
    }
  }

  @Test
  void nestingWithoutEndIsFlattened() {
    String deep = "<blockquote>".repeat(5_000) + "text" + "</blockquote>".repeat(5_000);
    assertThat(HtmlBody.parse(deep).text()).isEqualTo("text");
    String inline = "<span><b>".repeat(5_000) + "text";
    assertThat(HtmlBody.parse(inline).text()).isEqualTo("text");
  }

  @Test
  void emptyParagraphsAndLineEndsSayNothing() {
    assertThat(HtmlBody.parse("<p></p>\n<p> </p>").html()).isEmpty();
    assertThat(HtmlBody.parse("<p>one\n  two</p>").html()).isEqualTo("<p>one two</p>");
  }

  @Test
  void aNulCharacterIsNoText() {
    assertThatThrownBy(() -> HtmlBody.plain("a\u0000b")).isInstanceOf(InvalidArticle.class);
  }

  @Test
  void plainTextHasParagraphsAndLineBreaks() {
    assertThat(HtmlBody.plain("One\ntwo <b>\n\n \nThree").html())
        .isEqualTo("<p>One<br>two &lt;b&gt;</p><p>Three</p>");
  }
}
