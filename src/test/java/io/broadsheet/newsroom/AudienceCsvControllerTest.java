package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.articles.State;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceCsvControllerTest {
  private TestNewsroom newsroom;
  private long ferry;
  private long train;

  @BeforeEach
  void start() throws IOException {
    newsroom = new TestNewsroom();
    ferry = newsroom.publish(Language.KK, "Паром, «Қала»");
    train = newsroom.publish(Language.RU, "=Поезд");
    newsroom.read(train, 2);
    newsroom.read(ferry, 1);
    newsroom.advance(Duration.ofHours(1));
    newsroom.read(ferry, 3);
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void hoursComeInTheirOrderByTheClockOfTheSite() throws Exception {
    HttpResponse<String> answer =
        newsroom.web.get(
            "/newsroom/audience.csv?from=2026-11-20T07:00:00Z&to=2026-11-21T00:00:00Z");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
        .isEqualToIgnoringCase("text/csv;charset=utf-8;header=present");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"audience-20261120-1200-20261121-0500.csv\"");
    assertThat(answer.body())
        .isEqualTo(
            """
            \ufeffhour,article,headline,language,views
            2026-11-20T12:00+05:00,%1$d,"Паром, «Қала»",kk,1
            2026-11-20T12:00+05:00,%2$d,'=Поезд,ru,2
            2026-11-20T13:00+05:00,%1$d,"Паром, «Қала»",kk,3
            """
                .formatted(ferry, train)
                .replace("\n", "\r\n"));
  }

  @Test
  void aSpanIsGivenByTheClockOfTheSiteTooAndCanBeOneStorys() throws Exception {
    assertThat(lines("from=2026-11-20T13:00&to=2026-11-20T14:00")).hasSize(2);
    assertThat(lines("from=2026-11-20T12:00&to=2026-11-20T14:00&article=" + train)).hasSize(2);
    assertThat(lines("from=2026-11-20T14:00&to=2026-11-20T15:00")).hasSize(1);
    assertThat(lines("from=1970-01-01T00:00:00Z&to=2200-01-01T00:00:00Z")).hasSize(4);
  }

  @Test
  void aStoryThatWasWithdrawnKeepsItsHeadline() throws Exception {
    newsroom.articles.save(newsroom.articles.get(train).orElseThrow().again(State.WITHDRAWN));
    newsroom.audience.dismiss(train);
    assertThat(lines("from=2026-11-20T12:00&to=2026-11-20T13:00")[2])
        .isEqualTo("2026-11-20T12:00+05:00," + train + ",'=Поезд,ru,2");
  }

  @Test
  void theTableOfTheBoardCanBeTakenAlong() throws Exception {
    HttpResponse<String> answer = newsroom.web.get("/newsroom/audience/now.csv");
    assertThat(answer.body())
        .isEqualTo(
            """
            \ufeffarticle,headline,language,readers_now,last_hour,last_24h,views
            %d,"Паром, «Қала»",kk,3,3,4,4
            %d,'=Поезд,ru,0,0,2,2
            """
                .formatted(ferry, train)
                .replace("\n", "\r\n"));
    assertThat(newsroom.web.get("/newsroom/audience/now.csv?edition=ru").body().lines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "from=2026-11-20T07:00:00Z",
        "from=2026-11-20T08:00:00Z&to=2026-11-20T08:00:00Z",
        "from=2026-11-20T08:30:00Z&to=2026-11-20T10:00:00Z",
        "from=2026-11-20&to=2026-11-21",
        "from=x&to=y",
        "from=2026-11-20T12:00&to=2026-11-20T13:00&article=x"
      })
  void whatCannotBeUnderstoodIsSaidSo(String query) throws Exception {
    HttpResponse<String> answer = newsroom.web.get("/newsroom/audience.csv?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  private String[] lines(String query) throws Exception {
    return newsroom.web.get("/newsroom/audience.csv?" + query).body().split("\r\n");
  }
}
