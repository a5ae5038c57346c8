package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.accounts.Role;
import io.broadsheet.rates.Quote;
import io.broadsheet.rates.Series;
import io.broadsheet.rates.TestRates;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateDeskControllerTest {
  private static final String PATH = "/newsroom/rates";
  private static final Series DOLLAR = new Series("USD", "KZT", "Алтын", "Тасоткель", false);

  private TestNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    newsroom = new TestNewsroom();
    newsroom.signIn("Dana", Role.RATES_DESK);
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void anEmptyDeskSaysSo() throws Exception {
    assertThat(page(PATH).select("main").text())
        .contains("There are no rates yet.")
        .doesNotContain("Official rates");
  }

  @Test
  void ratesAreTypedOverTogetherAndThatIsUndone() throws Exception {
    add(
        "currency",
        "usd",
        "office",
        "Алтын",
        "city",
        "Тасоткель",
        "buy",
        "505,9",
        "sell",
        "509.90");
    add("currency", "EUR", "office", "", "city", "", "buy", "590", "sell", "599");
    assertThat(board()).containsExactly("USD 505.9 509.90", "EUR 590 599");
    newsroom.advance(Duration.ofMinutes(5));
    Document page = page(PATH);
    assertThat(page.select(".typing tbody th a").eachText())
        .containsExactly("USD, Алтын, Тасоткель", "EUR, Newsroom");
    assertThat(page.select("[name=buy-1]").val()).isEqualTo("505.9");
    Document done =
        entered(
            "was-1",
            "505.9 / 509.90",
            "buy-1",
            "507",
            "sell-1",
            "509.90", //
            "was-2",
            "590 / 599",
            "buy-2",
            "590",
            "sell-2",
            "599");
    assertThat(done.select(".outcome").text()).isEqualTo("1 rate was saved. Undo");
    assertThat(board()).containsExactly("USD 507 509.90", "EUR 590 599");
    assertThat(undone(done)).isEqualTo("It is as it was before.");
    assertThat(board()).containsExactly("USD 505.9 509.90", "EUR 590 599");
  }

  @Test
  void whatNobodyTypedOverIsLeftAloneAndTicksSayThatARateStillHolds() throws Exception {
    newsroom.rates.set(quote("505", "509"));
    newsroom.advance(Duration.ofHours(1));
    newsroom.rates.set(
        new Quote(DOLLAR, new BigDecimal("506"), new BigDecimal("510"), newsroom.now()));
    newsroom.advance(Duration.ofHours(1));
    // The form was opened before the second quote came in.
    Document nothing = entered("was-1", "505 / 509", "buy-1", "505", "sell-1", "509");
    assertThat(nothing.select(".outcome").text()).isEqualTo("There was nothing to change.");
    assertThat(board()).containsExactly("USD 506 510");
    entered("was-1", "506 / 510", "buy-1", "506", "sell-1", "510", "still-1", "on");
    assertThat(newsroom.rates.board().rows().getFirst().seen()).isEqualTo(newsroom.now());
  }

  @Test
  void aTypingErrorIsShownBesideItsRowAndNothingIsLost() throws Exception {
    newsroom.rates.set(quote("505", "509"));
    newsroom.advance(Duration.ofMinutes(1));
    String[] typed = {"was-1", "505 / 509", "buy-1", "5059", "sell-1", "5099"};
    Document doubtful = page(post("", typed), 422);
    assertThat(doubtful.select(".fault").text())
        .isEqualTo("Nothing was saved. Correct what is marked.");
    assertThat(doubtful.select("#fault-1").text())
        .isEqualTo("More than a tenth away from 505 / 509. Check it and confirm below.");
    assertThat(doubtful.select("[name=buy-1]").val()).isEqualTo("5059");
    assertThat(doubtful.select("[name=buy-1]").attr("aria-describedby")).isEqualTo("fault-1");
    assertThat(board()).containsExactly("USD 505 509");
    String[] sure = Arrays.copyOf(typed, typed.length + 2);
    sure[typed.length] = "sure";
    sure[typed.length + 1] = "on";
    assertThat(doubtful.select("form[action=/newsroom/rates] [name=sure]")).hasSize(1);
    entered(sure);
    assertThat(board()).containsExactly("USD 5059 5099");
  }

  @ParameterizedTest
  @CsvSource({
    "USD, x, 509, A price is a number above zero",
    "USD, 0, 509, A price is a number above zero",
    "USD, -5, 509, A price is a number above zero",
    "USD, 510, 509, The buying price cannot be above",
    "US, 505, 509, A currency is three Latin letters",
    "KZT, 1, 1, A currency is three Latin letters"
  })
  void aRateThatCannotBeIsRefusedWithItsReason(
      String currency, String buy, String sell, String reason) throws Exception {
    Document refused =
        page(
            post(
                "/new",
                "currency",
                currency,
                "office",
                "<b>",
                "city",
                "",
                "buy",
                buy,
                "sell",
                sell),
            422);
    assertThat(refused.select("#fault-new").text()).startsWith(reason);
    assertThat(refused.select("[name=currency][aria-describedby]").val()).isEqualTo(currency);
    assertThat(refused.select("[name=office]").val()).isEqualTo("<b>");
    assertThat(board()).isEmpty();
  }

  @Test
  void aQuoteIsCorrectedOrTakenBackWhereItStandsAndThatIsUndone() throws Exception {
    newsroom.rates.set(quote("505", "509"));
    newsroom.advance(Duration.ofMinutes(1));
    newsroom.rates.set(
        new Quote(DOLLAR, new BigDecimal("5060"), new BigDecimal("5100"), newsroom.now()));
    String at = Long.toString(newsroom.now().toEpochMilli());
    assertThat(page(PATH + "/1").select(".people b").eachText())
        .containsExactly("5060 / 5100", "505 / 509");
    Document unfit = page(post("/1/correct", "at", at, "buy", "511", "sell", "510"), 422);
    assertThat(unfit.select(".fault").text()).startsWith("The buying price cannot be above");
    Document corrected = follow(post("/1/correct", "at", at, "buy", "506", "sell", "510"));
    assertThat(corrected.select(".outcome p").text()).isEqualTo("The rate was corrected.");
    assertThat(corrected.select(".people b").eachText()).containsExactly("506 / 510", "505 / 509");
    Document withdrawn = follow(post("/1/withdraw", "at", at));
    assertThat(withdrawn.select(".outcome p").text())
        .isEqualTo("The rate was taken back; the one before it holds.");
    assertThat(board()).containsExactly("USD 505 509");
    assertThat(undone(withdrawn)).isEqualTo("It is as it was before.");
    assertThat(board()).containsExactly("USD 506 510");
    newsroom.signIn("Chief", Role.ADMINISTRATOR);
    assertThat(page("/newsroom/audit").select(".log").text())
        .containsSubsequence(
            "Dana undid a change of the rate: rate USD, Алтын, Тасоткель",
            "Dana took the rate back: rate USD",
            "Dana corrected the rate: rate USD, Алтын, Тасоткель before 5060 / 5100",
            "after 506 / 510");
    assertThat(post("/2/withdraw", "at", "5").statusCode()).isEqualTo(404);
    for (String never : List.of("5", "-1", Long.toString(Long.MIN_VALUE))) {
      assertThat(post("/1/correct", "at", never, "buy", "5", "sell", "6").statusCode())
          .isEqualTo(404);
    }
    assertThat(post("/1/correct", "at", "x", "buy", "5").statusCode()).isEqualTo(400);
    assertThat(newsroom.web.get(PATH + "/99").statusCode()).isEqualTo(404);
  }

  @Test
  void anOfficialRateIsOnePriceAndIsCorrectedOnlyWhereItStands() throws Exception {
    Series official = new Series("USD", "KZT", "National Bank of Kazakhstan", null, true);
    BigDecimal price = new BigDecimal("505.12");
    newsroom.rates.set(new Quote(official, price, price, newsroom.now()));
    String at = Long.toString(newsroom.now().toEpochMilli());
    entered("was-1", "x", "buy-1", "1", "sell-1", "2", "still-1", "on");
    assertThat(board()).containsExactly("USD 505.12 505.12");
    page(post("/1/correct", "at", at, "buy", "505", "sell", "506"), 422);
    follow(post("/1/correct", "at", at, "buy", "505.21"));
    assertThat(board()).containsExactly("USD 505.21 505.21");
  }

  @Test
  void sourcesArePausedResumedAndFetchedAndShowHowTheyFare() throws Exception {
    TestRates.fetch(newsroom.sources);
    assertThat(page(PATH).select("#sources ~ ul li").text())
        .contains(
            "feed Has problems",
            "No rates yet.",
            "1 failure.",
            "The connection to the source failed.");
    assertThat(source("feed", "pause")).isEqualTo("The source is paused.");
    assertThat(page(PATH).select("#sources ~ ul li").text()).contains("Paused: Dana,");
    assertThat(source("feed", "pause")).isEqualTo("There was nothing to change.");
    assertThat(source("feed", "resume")).isEqualTo("The source is fetched again.");
    assertThat(source("feed", "fetch")).isEqualTo("The source is fetched within seconds.");
    assertThat(source("other", "fetch")).isEqualTo("There was nothing to change.");
    assertThat(post("/sources", "name", "feed", "op", "burn").statusCode()).isEqualTo(404);
  }

  @Test
  void theDeskIsToldOnceWhatMovedUntilSomebodyHasReadIt() throws Exception {
    assertThat(follow(post("/rules", "currency", "usd", "percent", "0,5", "hours", "1")).text())
        .contains("The rule was added.", "USD: 0.5% within 1 h");
    assertThat(follow(post("/rules", "currency", "usd", "percent", "x", "hours", "1")).text())
        .contains("The rule was not added");
    newsroom.rates.set(quote("505", "509"));
    newsroom.advance(Duration.ofMinutes(10));
    newsroom.rates.set(
        new Quote(DOLLAR, new BigDecimal("500"), new BigDecimal("509"), newsroom.now()));
    TestRates.look(newsroom.alerts);
    Document page = page(PATH);
    assertThat(page.select("#notes ~ ul li b").text())
        .isEqualTo("USD, Алтын, Тасоткель: buying −0.99% within 1 h, 505 → 500");
    assertThat(page.select(".sections").text()).contains("Rates 1");
    String read = page.select("#notes ~ ul form").attr("action");
    Document after = follow(post(read.substring(PATH.length())));
    assertThat(after.select("#notes")).isEmpty();
    String remove = after.select("#rules ~ ul form").attr("action");
    assertThat(follow(post(remove.substring(PATH.length()))).text())
        .contains("The rule was removed.");
  }

  @Test
  void whoWritesChoosesAmongTheRatesThatAStoryCanShow() throws Exception {
    newsroom.rates.set(quote("505", "509"));
    newsroom.rates.set(
        new Quote(
            new Series("USD", "KZT", "National Bank of Kazakhstan", null, true),
            new BigDecimal("505.1"),
            new BigDecimal("505.1"),
            newsroom.now()));
    assertThat(newsroom.web.get("/newsroom/stories/rates").statusCode()).isEqualTo(403);
    newsroom.signIn("Berik", Role.REPORTER);
    assertThat(newsroom.web.get(PATH).statusCode()).isEqualTo(403);
    assertThat(newsroom.web.get("/newsroom/stories/rates?lang=ru").body())
        .isEqualTo(
            "{\"series\":[{\"id\":2,\"name\":\"USD, Нацбанк Казахстана\"},"
                + "{\"id\":1,\"name\":\"USD, Алтын, Тасоткель\"}]}");
  }

  private Quote quote(String buy, String sell) {
    return new Quote(DOLLAR, new BigDecimal(buy), new BigDecimal(sell), newsroom.now());
  }

  private List<String> board() {
    return newsroom.rates.board().rows().stream()
        .map(row -> row.quote().currency() + " " + row.quote().buy() + " " + row.quote().sell())
        .toList();
  }

  private void add(String... fields) throws Exception {
    follow(post("/new", fields));
  }

  private Document entered(String... fields) throws Exception {
    return follow(post("", fields));
  }

  private String source(String name, String op) throws Exception {
    return follow(post("/sources", "name", name, "op", op)).select(".outcome p").text();
  }

  private String undone(Document page) throws Exception {
    String done = page.select(".outcome [name=done]").val();
    return follow(post("/undo", "done", done)).select(".outcome p").text();
  }

  private Document follow(HttpResponse<byte[]> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(303);
    return page(answer.headers().firstValue("Location").orElseThrow());
  }

  private Document page(String path) throws Exception {
    HttpResponse<String> answer =
        newsroom.web.get(path + (path.indexOf('?') < 0 ? '?' : '&') + "lang=en");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static Document page(HttpResponse<byte[]> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private HttpResponse<byte[]> post(String path, String... fields) throws Exception {
    String form =
        IntStream.range(0, fields.length / 2)
            .mapToObj(i -> encoded(fields[2 * i]) + "=" + encoded(fields[2 * i + 1]))
            .collect(Collectors.joining("&"));
    return newsroom.web.send(
        "POST",
        PATH + path + "?lang=en",
        form.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
