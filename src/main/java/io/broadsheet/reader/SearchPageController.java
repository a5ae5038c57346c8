package io.broadsheet.reader;

import io.broadsheet.search.Question;
import io.broadsheet.search.Search;
import io.broadsheet.settings.Language;
import io.broadsheet.web.ContentEncoding;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /{lang}/search}: stories by their words. What cannot be read counts as left out. */
@RestController
@ConditionalOnWebApplication
final class SearchPageController {
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final Pattern TOPIC = Pattern.compile("[a-z0-9-]{1,100}");
  private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
  private static final int LONGEST = 400;

  private final House house;
  private final SearchPages pages;
  private final PersonalPages personal;

  SearchPageController(House house, SearchPages pages, PersonalPages personal) {
    this.house = house;
    this.pages = pages;
    this.personal = personal;
  }

  @GetMapping("/{code:[a-z]{2}}/search")
  ResponseEntity<byte[]> answer(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String topic,
      @RequestParam(required = false) @Nullable String year,
      @RequestParam(required = false) @Nullable String in,
      @RequestParam(required = false) @Nullable String order,
      @RequestParam(required = false) @Nullable String page) {
    Language language = personal.language(code);
    Page answer =
        pages.answer(
            new SearchAddress(
                language,
                q.substring(0, Math.min(LONGEST, q.length())).strip(),
                matching(TOPIC, topic),
                matching(YEAR, year) == null ? null : Integer.valueOf(year),
                in == null
                    ? null
                    : Language.of(in).filter(house.languages()::contains).orElse(null),
                "newest".equals(order) ? Question.Order.NEWEST : Question.Order.BEST,
                matching(NUMBER, page) == null
                    ? 1
                    : Math.min(Integer.parseInt(page), Search.DEEPEST / 10)));
    return ResponseEntity.status(answer.status())
        .contentType(HTML)
        .cacheControl(CacheControl.noCache())
        .header("Content-Security-Policy", house.policy())
        .header("X-Robots-Tag", "noindex")
        .body(answer.join(ContentEncoding.IDENTITY).bytes());
  }

  private static @Nullable String matching(Pattern pattern, @Nullable String text) {
    return text != null && pattern.matcher(text).matches() ? text : null;
  }
}
