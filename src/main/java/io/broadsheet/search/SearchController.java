package io.broadsheet.search;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.settings.Language;
import io.broadsheet.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/search}: stories by their words, and what may be meant by such. */
@RestController
@ConditionalOnWebApplication
final class SearchController {
  private static final int ROWS = 10;

  private final Search search;
  private final Articles articles;
  private final List<Language> languages;

  SearchController(Search search, Articles articles, Settings settings) {
    this.search = search;
    this.articles = articles;
    this.languages = settings.site().languages();
  }

  /**
   * A story that was found.
   *
   * @param uri where it came from or what it is known as elsewhere
   * @param url the path of its page
   * @param snippet what it says of the words, as plain text
   * @param marks where in the snippet the words stand: for each the index of its first character
   *     and of that after its last
   */
  record Item(
      long id,
      String uri,
      String url,
      String headline,
      String snippet,
      List<List<Integer>> marks,
      float score) {}

  /**
   * An answer.
   *
   * @param total how many stories there are, counted up to 10,000
   * @param instead what was looked for where no story has what was typed; null if that was
   * @param complete whether the index has all stories; otherwise it is being built
   */
  record Answer(int total, @Nullable String instead, boolean complete, List<Item> items) {}

  /** Finds stories; what is no number, or no language of the site, counts as left out. */
  @GetMapping("/api/v1/search")
  ResponseEntity<Answer> find(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String offset) {
    Language language = Language.of(lang).filter(languages::contains).orElse(null);
    Found found =
        search.ask(
            Question.of(q, language),
            Math.max(0, number(offset, 0)),
            Math.clamp(number(limit, ROWS), 1, Search.DEEPEST));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(new Answer(found.total(), found.instead(), found.complete(), items(found.hits())));
  }

  /** A story that may be meant. */
  record Headline(long id, String url, String headline) {}

  /**
   * What may be meant by a text that is being typed.
   *
   * @param texts the text with its last word completed
   * @param stories those whose headlines have its words, the newest first
   */
  record Suggested(List<String> texts, List<Headline> stories) {}

  /** Completes what is being typed, in a language of the site, or else its first. */
  @GetMapping("/api/v1/search/suggest")
  ResponseEntity<Suggested> suggest(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String lang) {
    Language language =
        Language.of(lang).filter(languages::contains).orElseGet(languages::getFirst);
    Suggestions found = search.suggest(q, language);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(
            new Suggested(
                found.texts(),
                articles.teasers(found.articles()).stream()
                    .map(story -> new Headline(story.id(), story.path(), story.headline()))
                    .toList()));
  }

  /** One that has just been withdrawn is left out. */
  private List<Item> items(List<Found.Hit> hits) {
    Map<Long, Teaser> teasers =
        articles.teasers(hits.stream().map(Found.Hit::article).toList()).stream()
            .collect(Collectors.toMap(Teaser::id, Function.identity()));
    List<Item> items = new ArrayList<>();
    for (Found.Hit hit : hits) {
      Teaser story = teasers.get(hit.article());
      if (story != null) {
        items.add(
            new Item(
                hit.article(),
                hit.uri(),
                story.path(),
                story.headline(),
                hit.snippet().text(),
                marks(hit.snippet()),
                hit.score()));
      }
    }
    return items;
  }

  private static List<List<Integer>> marks(Found.Snippet snippet) {
    List<List<Integer>> marks = new ArrayList<>();
    int at = 0;
    for (Found.Piece piece : snippet.pieces()) {
      int end = at + piece.text().length();
      if (piece.found()) {
        marks.add(List.of(at, end));
      }
      at = end;
    }
    return marks;
  }

  private static int number(@Nullable String text, int otherwise) {
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
