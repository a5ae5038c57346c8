package io.broadsheet.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.web.TestWeb;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RatesControllerTest {
  private static final Instant NOON = Instant.parse("2026-11-20T07:00:00Z");

  private static TestDatabase opened;
  private static Rates rates;
  private static TestWeb web;

  @BeforeAll
  static void start() {
    opened = TestDatabase.open(Dialect.SQLITE);
    Outbox outbox = new Outbox(opened.database(), () -> NOON, JsonMapper.shared());
    rates =
        new Rates(
            opened.database(), outbox, () -> NOON, ZoneId.of("Asia/Almaty"), TestDatabase.rates());
    web = new TestWeb(Map.of("rates", rates), RatesController.class);
    rates.set(quote("USD", "505.9", "509.9", "Lavka \"14\"", "Тасоткель", false));
    rates.set(quote("RUB", "6.30", "6.45", null, null, false));
    rates.set(quote("USD", "507.41", "507.41", "National Bank", null, true));
  }

  @AfterAll
  static void stop() {
    web.close();
    opened.close();
  }

  @Test
  void quotesAreReadToTheDigit() throws Exception {
    HttpResponse<String> answer = web.get("/api/v1/rates");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"quotes":[\
            {"currency":"USD","buy":"505.9","sell":"509.9","office":"Lavka \\"14\\"",\
            "city":"Тасоткель","official":false,"at":"2026-11-20T07:00:00Z",\
            "priceCurrency":"KZT"},\
            {"currency":"USD","buy":"507.41","sell":"507.41","office":"National Bank",\
            "city":null,"official":true,"at":"2026-11-20T07:00:00Z",\
            "priceCurrency":"KZT"},\
            {"currency":"RUB","buy":"6.30","sell":"6.45","office":null,"city":null,\
            "official":false,"at":"2026-11-20T07:00:00Z",\
            "priceCurrency":"KZT"}]}""");
  }

  @Test
  void aCityHasItsOwnQuotes() throws Exception {
    String city =
        web.get("/api/v1/rates?city=%D0%A2%D0%B0%D1%81%D0%BE%D1%82%D0%BA%D0%B5%D0%BB%D1%8C").body();
    assertThat(city).contains("505.9", "507.41").doesNotContain("RUB");
    assertThat(web.get("/api/v1/rates?city=").body()).contains("RUB");
    assertThat(web.get("/api/v1/rates?city=Nowhere").body())
        .contains("507.41")
        .doesNotContain("505.9");
    assertThat(web.get("/api/v1/rates?city=-1&city=2").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsKnownIsNotSentAgain() throws Exception {
    HttpResponse<String> answer = web.get("/api/v1/rates");
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    assertThat(web.get("/api/v1/rates").headers().firstValue("ETag")).contains(tag);
    assertThat(web.get("/api/v1/rates", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(web.get("/api/v1/rates", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void nobodySetsRatesThisWay() throws Exception {
    assertThat(
            web.send("POST", "/api/v1/rates", new byte[0], "Authorization", "Bearer " + TestWeb.KEY)
                .statusCode())
        .isEqualTo(405);
  }

  private static Quote quote(
      String currency,
      String buy,
      String sell,
      @org.jspecify.annotations.Nullable String office,
      @org.jspecify.annotations.Nullable String city,
      boolean official) {
    return new Quote(
        new Series(currency, "KZT", office, city, official),
        Quote.price(buy),
        Quote.price(sell),
        NOON);
  }
}
