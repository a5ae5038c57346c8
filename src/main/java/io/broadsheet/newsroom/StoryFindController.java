package io.broadsheet.newsroom;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.DeskRow;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.Drafts;
import io.broadsheet.articles.Editions;
import io.broadsheet.articles.Teaser;
import io.broadsheet.search.DeskQuestion;
import io.broadsheet.search.DeskSearch;
import io.broadsheet.search.Search;
import io.broadsheet.settings.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /newsroom/stories/find}: the few stories that somebody who writes may want to link to. */
@RestController
@ConditionalOnWebApplication
final class StoryFindController {
  private static final int MOST = 10;

  private final Newsroom newsroom;
  private final Articles articles;
  private final Editions editions;
  private final Drafts drafts;
  private final DeskSearch search;
  private final Search published;

  StoryFindController(
      Newsroom newsroom,
      Articles articles,
      Editions editions,
      Drafts drafts,
      DeskSearch search,
      Search published) {
    this.newsroom = newsroom;
    this.articles = articles;
    this.editions = editions;
    this.drafts = drafts;
    this.search = search;
    this.published = published;
  }

  /**
   * A story that was found.
   *
   * @param path of its page
   * @param state where it is on its way, in words
   * @param date when it was touched last or is to appear, in words
   */
  record Story(long id, String headline, String path, String state, String date) {}

  /**
   * What was found, the best first.
   *
   * @param near whether these tell of the same as the story that is being written
   */
  record Stories(List<Story> stories, boolean near) {}

  /**
   * Finds stories: before a word is typed, those that tell of the same as what is being written.
   *
   * @param except the id of the story that is being written; null for none
   * @param id of the only one that is asked about; null to look for words
   */
  @GetMapping("/newsroom/stories/find")
  ResponseEntity<Stories> find(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable Long except,
      @RequestParam(required = false) @Nullable Long id,
      HttpServletRequest request,
      HttpServletResponse response) {
    Texts texts = newsroom.visit(request, response).texts();
    Language wanted = AudienceController.edition(language);
    List<Long> near =
        q.isBlank() && id == null && except != null && wanted != null
            ? near(except, wanted)
            : List.of();
    List<Long> found =
        id != null
            ? List.of(id)
            : near.isEmpty() ? found(DeskQuestion.of(q, wanted), except) : near;
    Map<Long, Teaser> known = articles.known(found);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Stories(
                editions.rows(found).stream().map(row -> story(row, known, texts)).toList(),
                !near.isEmpty()));
  }

  private List<Long> near(long writing, Language language) {
    return drafts
        .open(writing)
        .map(Draft::content)
        .map(content -> published.related(language, text(content), writing, MOST))
        .orElse(List.of());
  }

  private static String text(Content content) {
    return String.join("\n", content.headline(), content.lede(), content.body().text());
  }

  private List<Long> found(DeskQuestion question, @Nullable Long except) {
    return search.ask(question, 0, MOST + 1).articles().stream()
        .filter(found -> !found.equals(except))
        .limit(MOST)
        .toList();
  }

  private static Story story(DeskRow row, Map<Long, Teaser> known, Texts texts) {
    return new Story(
        row.article(),
        WritingViews.titled(row.headline(), texts),
        Objects.requireNonNull(known.get(row.article())).path(),
        WritingViews.state(row.state(), row.stage(), texts),
        texts.full(row.at()));
  }
}
