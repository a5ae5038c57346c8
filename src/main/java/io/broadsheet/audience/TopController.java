package io.broadsheet.audience;

import io.broadsheet.articles.Articles;
import io.broadsheet.settings.Language;
import io.broadsheet.settings.Settings;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code GET /api/v1/top}: what is read, with each story's numbers. */
@RestController
final class TopController {
  private static final int ROWS = 10;
  private static final Pattern TOPIC = Pattern.compile("[a-z0-9-]{1,100}");

  private final Audience audience;
  private final Articles articles;
  private final List<Language> languages;

  TopController(Audience audience, Articles articles, Settings settings) {
    this.audience = audience;
    this.articles = articles;
    this.languages = settings.site().languages();
  }

  @GetMapping("/api/v1/top")
  ResponseEntity<TopItems> top(
      @RequestParam(required = false) @Nullable String lang,
      @RequestParam(required = false) @Nullable String topic,
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String window,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to)
      throws IOException {
    Language language = lang == null ? null : language(lang);
    if (topic != null && !TOPIC.matcher(topic).matches()) {
      throw bad(
          "The parameter topic is a topic's name as it stands in the addresses of its pages.");
    }
    int rows = limit == null ? ROWS : limit(limit);
    boolean span = from != null || to != null;
    if (span && window != null) {
      throw bad("Give either a window, or from and to.");
    }
    Window measured = window == null ? Window.DAY : window(window);
    // What was read in a span is the list of that span; popular is a measure of the present.
    TopQuery.By order = by == null ? (span ? TopQuery.By.READ : TopQuery.By.POPULAR) : order(by);
    TopQuery query =
        new TopQuery(order, measured, language == null ? null : language.code(), topic, rows);
    List<TopRow> found = span ? audience.top(query, span(from, to)) : audience.top(query);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(TopItems.of(found, articles));
  }

  private Language language(String code) {
    return Language.of(code)
        .filter(languages::contains)
        .orElseThrow(
            () ->
                bad(
                    "The parameter lang is one of "
                        + languages.stream().map(Language::code).collect(Collectors.joining(", "))
                        + ", or left out for all."));
  }

  private static TopQuery.By order(String code) {
    return TopQuery.By.of(code)
        .orElseThrow(() -> bad("The parameter by is one of popular, read, discussed, rising."));
  }

  private static Window window(String code) {
    return Window.of(code)
        .orElseThrow(() -> bad("The parameter window is one of 1h, 24h, 7d, 30d."));
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= TopQuery.MOST_ROWS) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // told below, as any other number is
    }
    throw bad("The parameter limit is a whole number from 1 to " + TopQuery.MOST_ROWS + ".");
  }

  private static Span span(@Nullable String from, @Nullable String to) {
    try {
      if (from != null && to != null) {
        return new Span(Instant.parse(from), Instant.parse(to));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // told below, whatever it is
    }
    throw bad(
        "The parameters from and to come together: whole hours like 2026-11-20T18:00:00Z, from"
            + " before to.");
  }

  private static ResponseStatusException bad(String sentence) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
  }
}
