package io.broadsheet.newsroom;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.Span;
import io.broadsheet.settings.Settings;
import io.broadsheet.web.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code /newsroom/audience.csv} and {@code /newsroom/audience/now.csv}: the numbers to take along.
 */
@RestController
@ConditionalOnWebApplication
final class AudienceCsvController {
  private static final int TITLES_AT_ONCE = 1_000;
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx", Locale.ROOT);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmm", Locale.ROOT);

  private final Audience audience;
  private final Articles articles;
  private final AudienceViews views;
  private final ZoneId zone;

  AudienceCsvController(
      Audience audience, Articles articles, AudienceViews views, Settings settings) {
    this.audience = audience;
    this.articles = articles;
    this.views = views;
    this.zone = settings.site().timeZone();
  }

  /** Sends what the board's table shows. */
  @GetMapping("/newsroom/audience/now.csv")
  void present(
      @RequestParam(required = false) @Nullable String edition, HttpServletResponse response)
      throws IOException {
    List<AudienceViews.ReadStory> stories = views.stories(AudienceController.edition(edition));
    send(
        response,
        "audience-now",
        out -> {
          CsvWriter csv =
              new CsvWriter(
                  out,
                  "article",
                  "headline",
                  "language",
                  "readers_now",
                  "last_hour",
                  "last_24h",
                  "views");
          for (AudienceViews.ReadStory story : stories) {
            csv.row(
                story.teaser().id(),
                story.teaser().headline(),
                story.teaser().language().code(),
                story.numbers().readers(),
                story.numbers().lastHour(),
                story.numbers().lastDay(),
                story.numbers().views());
          }
        });
  }

  /**
   * Sends the views by hour and story, hour by hour as they are read.
   *
   * @param article the only one to send; null for all
   */
  @GetMapping("/newsroom/audience.csv")
  void hours(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable Long article,
      HttpServletResponse response)
      throws IOException {
    Span span = span(from, to);
    String name =
        "audience-"
            + NAME.format(span.from().atZone(zone))
            + "-"
            + NAME.format(span.to().atZone(zone));
    send(response, name, out -> write(span, article, out));
  }

  private void write(Span span, @Nullable Long article, Writer out) throws IOException {
    CsvWriter csv = new CsvWriter(out, "hour", "article", "headline", "language", "views");
    Map<Long, Teaser> titles = new HashMap<>();
    audience.forEachHour(
        span,
        (hour, all) -> {
          Map<Long, Long> read = new TreeMap<>(all);
          if (article != null) {
            read.keySet().retainAll(List.of(article));
          }
          keep(titles, read.keySet());
          String begin = HOUR.format(hour.atZone(zone));
          for (Map.Entry<Long, Long> row : read.entrySet()) {
            Teaser title = titles.get(row.getKey());
            csv.row(
                begin,
                row.getKey(),
                title == null ? "" : title.headline(),
                title == null ? "" : title.language().code(),
                row.getValue());
          }
        });
  }

  /** Has the titles of these at hand, and no others: most stories are read for hours on end. */
  private void keep(Map<Long, Teaser> titles, Collection<Long> ids) {
    titles.keySet().retainAll(ids);
    List<Long> missing = ids.stream().filter(id -> !titles.containsKey(id)).toList();
    for (int from = 0; from < missing.size(); from += TITLES_AT_ONCE) {
      titles.putAll(
          articles.known(missing.subList(from, Math.min(from + TITLES_AT_ONCE, missing.size()))));
    }
  }

  /** Writes a file's contents as they come. */
  @FunctionalInterface
  private interface Contents {
    void write(Writer out) throws IOException;
  }

  private static void send(HttpServletResponse response, String name, Contents contents)
      throws IOException {
    response.setContentType("text/csv;charset=utf-8;header=present");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    try {
      contents.write(out);
    } catch (RuntimeException e) {
      // What was sent cannot be taken back; a file that breaks off must not look whole.
      throw new IOException("The file broke off.", e);
    }
    out.flush();
  }

  private Span span(@Nullable String from, @Nullable String to) {
    try {
      if (from != null && to != null) {
        return new Span(hour(from), hour(to));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // told below, whatever it is
    }
    throw new ResponseStatusException(
        HttpStatus.BAD_REQUEST,
        "The parameters from and to are whole hours like 2026-11-20T18:00:00Z, or 2026-11-20T23:00 by"
            + " the site's clock, from before to.");
  }

  /**
   * Where clocks are not whole hours from UTC, a local hour is the one of UTC that it begins in.
   */
  private Instant hour(String text) {
    return text.endsWith("Z")
        ? Instant.parse(text)
        : LocalDateTime.parse(text).atZone(zone).toInstant().truncatedTo(ChronoUnit.HOURS);
  }
}
