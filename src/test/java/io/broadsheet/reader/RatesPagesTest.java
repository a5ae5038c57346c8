package io.broadsheet.reader;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.articles.Block;
import io.broadsheet.articles.Body;
import io.broadsheet.articles.RateChart;
import io.broadsheet.articles.Submission;
import io.broadsheet.articles.TestArticles;
import io.broadsheet.articles.TestBodies;
import io.broadsheet.articles.Topic;
import io.broadsheet.rates.Quote;
import io.broadsheet.rates.Series;
import io.broadsheet.reader.view.RatesBoard;
import io.broadsheet.settings.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;

class RatesPagesTest {
  /** A Friday, noon in Almaty, which is five hours ahead of UTC. */
  private static final Instant NOON = Instant.parse("2026-11-20T07:00:00Z");

  private static final Instant MIDNIGHT = Instant.parse("2026-11-20T19:00:00Z");
  private static final String TASOTKEL = "Тасоткель";

  private volatile Instant now = NOON;
  private TestReader reader;

  @BeforeEach
  void open() throws Exception {
    reader = new TestReader(() -> now);
  }

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void theBoardStandsOnEveryPageToTheDigit() throws Exception {
    long id = reader.articles.save(TestArticles.story("u:1", Language.RU, "Паром")).id();
    String path = reader.articles.get(id).orElseThrow().path();
    assertThat(page(path).select(".rates").text()).contains("Курсов пока нет");
    now = NOON.plus(Duration.ofDays(1));
    set(
        quote("USD", "504.7", "509", null, null, NOON),
        quote("USD", "505.9", "509.9", null, null, now),
        quote("EUR", "591", "599", null, null, NOON),
        quote("EUR", "590.50", "599", null, null, now),
        quote("RUB", "6.31", "6.45", null, null, NOON.plusSeconds(1)),
        quote("USD", "506.20", "511", "Алтын", null, now));
    await(() -> page(path).select(".rates tbody tr").size() == 3);
    assertThat(board(path))
        .containsExactly(
            "USD 505.9 / 509.9 ▲ рост +1.2 12:00",
            "EUR 590.50 / 599 ▼ снижение −0.50 12:00",
            "RUB 6.31 / 6.45 20 ноября");
    assertThat(page(path).select(".rates .up [aria-hidden]").text()).isEqualTo("▲");
  }

  @Test
  void aQuoteThatGrowsOldWhileNothingHappensIsMarkedAndOneThatIsSeenAgainIsNot() throws Exception {
    set(quote("USD", "505.9", "509.9", null, null, NOON));
    await(() -> board("/ru/").contains("USD 505.9 / 509.9 12:00"));
    int built = reader.builds.get();
    RatesBoard fresh = reader.board(Language.RU);
    now = NOON.plus(Duration.ofDays(1)).minusMillis(1);
    assertThat(reader.board(Language.RU)).isEqualTo(fresh);
    now = NOON.plus(Duration.ofDays(1));
    await(() -> board("/ru/").contains("USD 505.9 / 509.9 на 12:00"));
    assertThat(page("/ru/").select(".rates tr.old")).hasSize(1);
    assertThat(board("/en/")).containsExactly("USD 505.9 / 509.9 as of 12:00");
    assertThat(board("/kk/")).containsExactly("USD 505.9 / 509.9 соңғысы: 12:00");
    set(quote("USD", "505.9", "509.9", null, null, now));
    await(() -> page("/ru/").select(".rates tr.old").isEmpty());
    assertThat(board("/ru/")).containsExactly("USD 505.9 / 509.9 без изменений 0.0 21 ноября");
    assertThat(reader.builds.get()).isEqualTo(built + 2);
  }

  @Test
  void theChangeIsThatOfTheDayInAlmatyOnBothSidesOfMidnight() throws Exception {
    set(quote("USD", "500", "510", null, null, NOON.minus(Duration.ofDays(1))));
    now = MIDNIGHT.minusMillis(1);
    set(quote("USD", "503", "510", null, null, now));
    await(() -> board("/ru/").contains("USD 503 / 510 ▲ рост +3 23:59"));
    assertThat(page("/ru/").select("#rates-h").text()).isEqualTo("Курсы валют 20 ноября");
    RatesBoard before = reader.board(Language.RU);
    now = MIDNIGHT;
    assertThat(reader.board(Language.RU)).as("midnight changes no price").isEqualTo(before);
    set(quote("USD", "502.5", "510", null, null, now));
    await(() -> board("/ru/").contains("USD 502.5 / 510 ▼ снижение −0.5 00:00"));
    assertThat(page("/ru/").select("#rates-h").text()).isEqualTo("Курсы валют 21 ноября");
  }

  @Test
  void howARateMovedIsDrawnToldAndTabled() throws Exception {
    for (int day = 40; day >= 1; day--) {
      now = NOON.minus(Duration.ofDays(day));
      set(quote("USD", "50" + day % 10, "51" + day % 10, "Алтын", TASOTKEL, now));
    }
    now = NOON;
    set(quote("USD", "505.9", "512.45", "Алтын", TASOTKEL, NOON));
    await(() -> !page("/ru/rates").select("tbody th a").isEmpty());
    String path = page("/ru/rates").select("tbody th a").attr("href");
    assertThat(path).isEqualTo("/ru/rates/history?series=1&span=month");
    Document month = page(path);
    assertThat(month.select("h1").text()).isEqualTo("Доллар США: как менялся курс");
    assertThat(month.select("main > .lede").text()).isEqualTo("Алтын, " + TASOTKEL);
    assertThat(month.select(".told").eachText())
        .containsExactly(
            "Продажа: с 22 октября по 20 ноября снижение на 6.55 (1.26 %), с 519 до 512.45.",
            "Самое низкое значение – 510 (31 октября), самое высокое – 519 (22 октября).");
    assertThat(month.select(".chart polyline")).hasSize(2);
    assertThat(month.select(".days tbody tr")).hasSize(30);
    assertThat(month.select(".days tbody tr").eachText().getFirst())
        .isEqualTo("20 ноября 2026 505.9 512.45");
    assertThat(month.select("a[download]").attr("href"))
        .isEqualTo("/api/v1/rates/history.csv?series=1&from=2026-10-22&to=2026-11-20");
    assertThat(page(path.replace("month", "all")).select(".days tbody tr").eachText())
        .containsExactly("20 ноября 2026 505.9 512.45", "31 октября 2026 500 510");
    set(quote("USD", "506", "513", "Алтын", TASOTKEL, NOON.plusSeconds(1)));
    await(() -> page(path).select(".told").text().contains("до 513."));
  }

  @ParameterizedTest
  @CsvSource({
    "/ru/rates/history?series=99",
    "/ru/rates/history?series=1&span=day",
    "/ru/rates/history?series=-1",
    "/ru/rates/history",
    "/ru/rates/other"
  })
  void aRateThatNobodyQuotesHasNoHistory(String path) throws Exception {
    set(quote("USD", "505", "509", null, null, NOON));
    assertThat(reader.server().get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void aChartInAStoryGoesOnWithTheRateWhileTheStoryIsNotBuiltAgain() throws Exception {
    for (int day = 9; day >= 1; day--) {
      now = NOON.minus(Duration.ofDays(day));
      set(quote("USD", "50" + day, "51" + day, "Алтын", TASOTKEL, now));
    }
    now = NOON;
    Submission plain =
        TestArticles.story(
            "u:2", Language.RU, "Почему доллар дешевеет", new Topic("city", "Город"));
    long id =
        reader
            .articles
            .save(
                TestBodies.story(
                    plain,
                    Body.of(
                        List.of(
                            new Block.Chart(
                                new RateChart(1, RateChart.Span.WEEK, "<Доллар> за неделю")),
                            new Block.Chart(new RateChart(7, RateChart.Span.YEAR, "Чего нет"))))))
            .id();
    String path = reader.articles.get(id).orElseThrow().path();
    Document story = page(path);
    assertThat(story.select(".ratechart > figcaption").eachText())
        .containsExactly("<Доллар> за неделю", "Чего нет");
    assertThat(story.select(".ratechart .chart")).hasSize(1);
    assertThat(story.select(".ratechart .told").text())
        .isEqualTo("Продажа: с 13 ноября по 19 ноября снижение на 6 (1.16 %), с 517 до 511.");
    assertThat(story.select(".ratechart .all a").eachAttr("href"))
        .containsExactly("/ru/rates/history?series=1&span=week", "/ru/rates");
    assertThat(story.select(".ratechart .note").text()).isEqualTo("За это время курсов нет.");
    int built = reader.builds.get();
    set(quote("USD", "505.9", "512.45", "Алтын", TASOTKEL, NOON));
    await(() -> page(path).select(".ratechart .told").text().contains("до 512.45."));
    assertThat(reader.builds.get()).isEqualTo(built);
  }

  @Test
  void theOfficesOfACityAreSortedByTheBestOfEitherPrice() throws Exception {
    set(
        quote("USD", "505", "509", "Алтын", TASOTKEL, NOON),
        quote("USD", "506.20", "511", "Лавка", TASOTKEL, NOON),
        quote("USD", "506.2", "510", "Вокзал", TASOTKEL, NOON),
        quote("USD", "599", "600", "Давно", TASOTKEL, NOON.minus(Duration.ofDays(2))),
        quote("USD", "507", "508", "Мерей", "Жанаколь", NOON));
    String path = "/ru/rates?city=" + URLEncoder.encode(TASOTKEL, StandardCharsets.UTF_8);
    Document page = page(path);
    assertThat(page.select("h1").text()).isEqualTo("Курсы валют: Тасоткель");
    assertThat(page.select("#q-USD").text()).isEqualTo("USD Доллар США");
    assertThat(offices(page))
        .containsExactly(
            "Вокзал 506.2 (лучший курс) 510 12:00",
            "Лавка 506.20 (лучший курс) 511 12:00",
            "Алтын 505 509 (лучший курс) 12:00",
            "Давно 599 600 на 18 ноября");
    assertThat(page.select("[aria-sort=descending]").text()).isEqualTo("Покупка ▼");
    Document bySell = page(page.select("thead a:contains(Продажа)").attr("href"));
    assertThat(offices(bySell)).first().asString().startsWith("Алтын");
    assertThat(offices(bySell)).last().asString().startsWith("Давно");
    assertThat(bySell.select("[aria-sort=ascending]").text()).isEqualTo("Продажа ▲");
    assertThat(page.select("main .tabs a").eachText())
        .containsExactly("Все города", "Жанаколь", "Тасоткель");
    assertThat(page.select("main .tabs [aria-current]").attr("href")).isEqualTo(path);
    assertThat(page.select(".langs a").eachAttr("href"))
        .contains(path.replace("/ru/", "/kk/"), path);
    Document all = page("/ru/rates");
    assertThat(offices(all))
        .first()
        .isEqualTo("Мерей Жанаколь 507 (лучший курс) 508 (лучший курс) 12:00");
    assertThat(offices(all)).hasSize(5);
  }

  @Test
  void aCityThatIsNotThereLeadsToThoseThatAreAndIsOnePageForAllNames() throws Exception {
    set(quote("USD", "505", "509", "Алтын", TASOTKEL, NOON));
    assertThat(offices(page("/ru/rates"))).hasSize(1);
    String missing = tag("/ru/rates?city=Nowhere");
    for (String name :
        List.of("%D1", "%FF", "%00", "<b>", "тасоткель", "a".repeat(2000), "..%2F", "x&amount")) {
      String path = "/ru/rates?city=" + name.replace("<", "%3C").replace(">", "%3E");
      assertThat(reader.server().get(path).statusCode()).as(name).isEqualTo(404);
      assertThat(tag(path)).as(name).isEqualTo(missing);
    }
    Document page = page("/ru/rates?city=Nowhere");
    assertThat(page.select("h1").text()).isEqualTo("Курсов для этого города нет");
    assertThat(page.select("main .tabs a").eachText()).containsExactly("Все города", TASOTKEL);
    assertThat(reader.server().get("/ru/rates?sort=worst").statusCode()).isEqualTo(404);
    set(quote("USD", "505", "509", "Мерей", "Жанаколь", NOON));
    await(() -> page("/ru/rates?city=Nowhere").select("main .tabs a").size() == 3);
  }

  @Test
  void officialRatesStandWithTheirBankWhatTheyAreInAndTheirDay() throws Exception {
    set(
        official("USD", "KZT", "505.12", "National Bank of Kazakhstan", NOON),
        official("AMD", "KZT", "1.2534", "National Bank of Kazakhstan", NOON),
        official("USD", "RUB", "80.1234", "Bank of Russia", NOON),
        official("JPY", "RUB", "0.541234", "Bank of Russia", NOON.minus(Duration.ofDays(1))),
        official("EUR", "USD", "1.0823", "European Central Bank", NOON),
        official("EUR", "JPY", "167.3", "European Central Bank", NOON));
    Document page = page("/ru/rates");
    assertThat(page.select(".banks h3").eachText())
        .containsExactly(
            "Нацбанк Казахстана 20 ноября",
            "Банк России 20 ноября",
            "Европейский центральный банк 20 ноября");
    assertThat(page.select(".banks tbody tr").eachText())
        .containsExactly(
            "1 USD Доллар США 505.12 ₸",
            "100 AMD Армянский драм 125.34 ₸",
            "1 USD Доллар США 80.1234 ₽",
            "100 JPY Японская иена 54.1234 ₽ 19 ноября",
            "1 EUR Доллар США 1.0823 USD",
            "1 EUR Японская иена 167.3 JPY");
    assertThat(page("/kk/rates").select(".banks h3").text())
        .contains("Қазақстан Ұлттық Банкі", "Ресей Банкі", "Еуропалық Орталық Банк");
  }

  @Test
  void onAWeekendTheOfficialRateSaysThatItIsTheLastOneOfWhichDay() throws Exception {
    set(official("USD", "KZT", "505.12", "National Bank of Kazakhstan", NOON));
    now = MIDNIGHT.minusMillis(1);
    assertThat(page("/en/rates").select(".banks .note")).isEmpty();
    now = MIDNIGHT;
    await(() -> !page("/en/rates").select(".banks .note").isEmpty());
    assertThat(page("/en/rates").select(".banks .note").text())
        .isEqualTo("Last set for Friday, 20 November; no newer rate has come in.");
    assertThat(page("/ru/rates").select(".banks .note").text())
        .isEqualTo("Последний курс – от 20 ноября, пятница; новее пока не поступал.");
    set(
        official(
            "USD", "KZT", "506", "National Bank of Kazakhstan", NOON.plus(Duration.ofDays(3))));
    await(() -> page("/en/rates").select(".banks .note").isEmpty());
    assertThat(page("/en/rates").select(".banks tbody tr").text())
        .isEqualTo("1 USD US Dollar 505.12 ₸ 23 November – 506 ₸");
    now = NOON.plus(Duration.ofDays(3));
    await(() -> page("/en/rates").select(".banks tbody tr").text().equals("1 USD US Dollar 506 ₸"));
  }

  @Test
  void anAmountIsConvertedOnThePageAndTheAnswerIsKeptNowhere() throws Exception {
    set(
        quote("USD", "505.9", "509.9", "Алтын", TASOTKEL, NOON),
        quote("USD", "507", "511", "Мерей", "Жанаколь", NOON.minus(Duration.ofDays(2))),
        official("USD", "KZT", "505.12", "National Bank of Kazakhstan", NOON));
    assertThat(asked("en", "1 000,50", "USD", "KZT", "offices", TASOTKEL))
        .containsExactly(
            "1,000.50 USD = 506,152.95 KZT",
            "Best buying rate: 1 USD = 505.9 ₸ (Алтын, Тасоткель).",
            "The result is rounded to two decimals, halves up.");
    assertThat(asked("ru", "100", "USD", "KZT", "official", ""))
        .contains(
            "100 USD = 50 512,00 KZT",
            "Официальный курс: 1 USD = 505.12 ₸ (Нацбанк Казахстана, 20 ноября).");
    assertThat(asked("ru", "100", "USD", "KZT", "buy", "Жанаколь"))
        .contains("Лучший курс покупки: 1 USD = 507 ₸ (Мерей, Жанаколь, на 18 ноября 2026).");
    assertThat(asked("kk", "0.01", "KZT", "USD", "sell", ""))
        .contains("0,01 KZT: мынадан аз – 0,01 USD");
    ResponseEntity<byte[]> answer = answer("en", "1", "USD", "KZT", "", "");
    assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
    int built = reader.builds.get();
    reader.server().get("/en/rates?amount=1&from=USD&to=KZT");
    assertThat(reader.builds.get()).isEqualTo(built);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';USD;KZT;sell;Write an amount above zero",
        "0;USD;KZT;sell;Write an amount above zero",
        "-5;USD;KZT;sell;Write an amount above zero",
        "1e9;USD;KZT;sell;Write an amount above zero",
        "1,000;USD;KZT;sell;Write an amount above zero",
        "<script>;USD;KZT;sell;Write an amount above zero",
        "٣;USD;KZT;sell;Write an amount above zero",
        "1000000000001;USD;KZT;sell;That is more than we can convert",
        "99999999999999999999999999999999999999999999999999999999999999;USD;KZT;sell;That is more",
        "1;XXX;KZT;sell;Choose the currencies",
        "1;USD;'';sell;Choose the currencies",
        "1;USD;KZT;worst;Choose the currencies",
        "1;USD;KZT;official;There is no official rate of USD",
      })
  void whatCannotBeConvertedIsAnsweredWithASentence(
      String amount, String from, String to, String rate, String sentence) throws Exception {
    set(quote("USD", "505.9", "509.9", "Алтын", TASOTKEL, NOON));
    ResponseEntity<byte[]> answer = answer("en", amount, from, to, rate, "");
    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    Document page = document(answer);
    assertThat(page.select("#answer > *")).hasSize(1);
    assertThat(page.select("#answer [role=alert]").text()).startsWith(sentence);
    assertThat(page.select("[name=amount]").val())
        .isEqualTo(amount.length() > 60 ? amount.substring(0, 60) : amount);
  }

  @Test
  void aConverterOfNoCitySaysThatThereIsNone() throws Exception {
    set(quote("USD", "505.9", "509.9", "Алтын", TASOTKEL, NOON));
    ResponseEntity<byte[]> answer = answer("en", "1", "USD", "KZT", "sell", "Nowhere");
    assertThat(answer.getStatusCode().value()).isEqualTo(404);
    assertThat(document(answer).select("h1").text()).isEqualTo("No exchange rates for this city");
  }

  private List<String> asked(
      String language, String amount, String from, String to, String rate, String city) {
    ResponseEntity<byte[]> answer = answer(language, amount, from, to, rate, city);
    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    return document(answer).select("#answer > *").eachText();
  }

  private ResponseEntity<byte[]> answer(
      String language, String amount, String from, String to, String rate, String city) {
    return reader.converter.answer(
        language,
        MultiValueMap.fromSingleValue(
            Map.of("amount", amount, "from", from, "to", to, "rate", rate, "city", city)));
  }

  private static Document document(ResponseEntity<byte[]> answer) {
    String html = new String(requireNonNull(answer.getBody()), StandardCharsets.UTF_8);
    return Jsoup.parse(html.replace('\u00a0', ' '));
  }

  private void set(Quote... quotes) throws Exception {
    reader.rates.setAll(List.of(quotes));
    reader.outbox.flush();
  }

  private List<String> board(String path) throws Exception {
    return page(path).select(".rates tbody tr").eachText();
  }

  private static List<String> offices(Document page) {
    return page.select("section:has(#q-USD) tbody tr").eachText();
  }

  private String tag(String path) throws Exception {
    return reader.server().get(path).headers().firstValue("ETag").orElseThrow();
  }

  private Document page(String path) throws Exception {
    return Jsoup.parse(reader.html(path).replace('\u00a0', ' '));
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited five seconds").isLessThan(end);
      Thread.sleep(10);
    }
  }

  private static Quote quote(
      String currency,
      String buy,
      String sell,
      @Nullable String office,
      @Nullable String city,
      Instant at) {
    Series series = new Series(currency, "KZT", office, city, false);
    return new Quote(series, Quote.price(buy), Quote.price(sell), at);
  }

  private static Quote official(
      String currency, String priceCurrency, String price, String bank, Instant at) {
    Series series = new Series(currency, priceCurrency, bank, null, true);
    return new Quote(series, Quote.price(price), Quote.price(price), at);
  }
}
