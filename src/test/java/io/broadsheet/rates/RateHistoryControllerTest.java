package io.broadsheet.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.web.TestWeb;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RateHistoryControllerTest {
  private static final Instant NOON = Instant.parse("2026-11-20T07:00:00Z");
  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

  private static TestDatabase opened;
  private static TestWeb web;

  @BeforeAll
  static void start() throws Exception {
    opened = TestDatabase.open(Dialect.SQLITE);
    Outbox outbox = new Outbox(opened.database(), () -> NOON, JsonMapper.shared());
    Rates rates = new Rates(opened.database(), outbox, () -> NOON, ALMATY, TestDatabase.rates());
    Series lavka = new Series("USD", "KZT", "=Lavka", "Тасоткель", false);
    Series bank = new Series("USD", "KZT", "National Bank", null, true);
    rates.setAll(
        List.of(
            quote(lavka, "505.90", "509.9", "2026-11-19T03:00:00Z"),
            quote(lavka, "506", "510", "2026-11-19T09:00:00Z"),
            quote(bank, "507.41", "507.41", "2026-11-20T00:00:00Z"),
            quote(lavka, "1", "2", "2026-10-21T00:00:00Z")));
    RateHistory history = new RateHistory(opened.database(), () -> NOON, ALMATY);
    InstantSource clock = () -> NOON;
    web = new TestWeb(Map.of("history", history, "now", clock), RateHistoryController.class);
  }

  @AfterAll
  static void stop() {
    web.close();
    opened.close();
  }

  @Test
  void theLastThirtyDaysAreReadToTheDigit() throws Exception {
    HttpResponse<String> answer = web.get("/api/v1/rates/history?currency=USD");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"series":[\
            {"id":1,"currency":"USD","priceCurrency":"KZT","office":"=Lavka","city":"Тасоткель",\
            "official":false,"days":[{"day":"2026-11-19",\
            "buy":{"open":"505.90","high":"506","low":"505.90","close":"506"},\
            "sell":{"open":"509.9","high":"510","low":"509.9","close":"510"}}]},\
            {"id":2,"currency":"USD","priceCurrency":"KZT","office":"National Bank","city":null,\
            "official":true,"days":[{"day":"2026-11-20",\
            "buy":{"open":"507.41","high":"507.41","low":"507.41","close":"507.41"},\
            "sell":{"open":"507.41","high":"507.41","low":"507.41","close":"507.41"}}]}]}""");
  }

  @Test
  void eachPartOfTheQuestionNarrowsIt() throws Exception {
    assertThat(web.get("/api/v1/rates/history?series=2").body())
        .contains("National Bank")
        .doesNotContain("Lavka");
    assertThat(web.get("/api/v1/rates/history?currency=USD&official=true").body())
        .doesNotContain("Lavka");
    assertThat(web.get("/api/v1/rates/history?currency=USD&from=2026-10-21&to=2026-10-22").body())
        .contains("\"day\":\"2026-10-21\"")
        .doesNotContain("2026-11");
    assertThat(web.get("/api/v1/rates/history?currency=EUR").body()).isEqualTo("{\"series\":[]}");
    assertThat(
            web.get(
                    "/api/v1/rates/history?currency=USD&city=%D0%A2%D0%90%D0%A1%D0%9E%D0%A2%D0%9A%D0%95%D0%9B%D0%AC")
                .body())
        .contains("Lavka")
        .doesNotContain("National");
  }

  @Test
  void spreadsheetsReadItToo() throws Exception {
    HttpResponse<String> answer = web.get("/api/v1/rates/history.csv?currency=USD");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(answer.body())
        .startsWith("\ufeffday,currency,priceCurrency,office,city,official,buyOpen")
        .contains(
            "2026-11-19,USD,KZT,'=Lavka,Тасоткель,false,505.90,506,505.90,506,509.9,510,509.9,510\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?from=2026-11-01",
        "?currency=USD&from=yesterday",
        "?currency=USD&to=0001-01-01",
        "?currency=USD&from=2026-11-02&to=2026-11-01",
        "?currency=USD&from=1900-01-01&to=9999-01-01"
      })
  void aQuestionThatCannotBeAnsweredIsToldWhy(String query) throws Exception {
    HttpResponse<String> answer = web.get("/api/v1/rates/history" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"detail\":\"");
    assertThat(web.get("/api/v1/rates/history.csv" + query).statusCode()).isEqualTo(400);
  }

  private static Quote quote(Series series, String buy, String sell, String at) {
    return new Quote(series, Quote.price(buy), Quote.price(sell), Instant.parse(at));
  }
}
