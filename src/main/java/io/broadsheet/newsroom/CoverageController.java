package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Body;
import io.broadsheet.articles.Coverage;
import io.broadsheet.articles.CoverageEntry;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.Drafts;
import io.broadsheet.articles.HtmlBody;
import io.broadsheet.articles.InvalidArticle;
import io.broadsheet.newsroom.view.CoverageScreen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code …/live}: a story told as it happens, entry by entry. */
@RestController
@RequestMapping("/newsroom/stories/{id:[1-9][0-9]{0,17}}/live")
@ConditionalOnWebApplication
final class CoverageController {
  private final Newsroom newsroom;
  private final CoverageViews views;
  private final Articles articles;
  private final Drafts drafts;
  private final Coverage coverage;
  private final JsonMapper json;

  CoverageController(
      Newsroom newsroom,
      CoverageViews views,
      Articles articles,
      Drafts drafts,
      Coverage coverage,
      JsonMapper json) {
    this.newsroom = newsroom;
    this.views = views;
    this.articles = articles;
    this.drafts = drafts;
    this.coverage = coverage;
    this.json = json;
  }

  @GetMapping
  ResponseEntity<String> screen(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") long edit,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    CoverageScreen.Form form =
        edit == 0
            ? views.blank()
            : coverage.find(id, edit).map(views::form).orElseThrow(StoriesController::nothing);
    return screen(visit, id, form, "", before, response);
  }

  /** Has the story told as it happens from now on, or ends that. */
  @PostMapping
  ResponseEntity<Void> set(
      @PathVariable long id,
      @RequestParam boolean open,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    admit(visit, id);
    coverage.set(id, open, visit.member().name());
    return StoriesController.to(CoverageViews.address(id));
  }

  /** Publishes an entry, or writes one anew. */
  @PostMapping("/entries")
  ResponseEntity<?> write(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") long entry,
      @RequestParam(defaultValue = "0") long seen,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String body,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    admit(visit, id);
    String by = visit.member().name();
    Body written = Body.of(java.util.List.of());
    try {
      written = body(body);
      if (entry == 0) {
        return coverage.publish(id, title.strip(), written, by).isPresent()
            ? StoriesController.to(CoverageViews.address(id))
            : screen(
                visit,
                id,
                views.form(entry, seen, title, written),
                visit.texts().text("live.over"),
                Long.MAX_VALUE,
                response);
      }
      CoverageEntry there = coverage.find(id, entry).orElseThrow(StoriesController::nothing);
      CoverageEntry read = read(there, seen);
      return switch (coverage.rewrite(id, read, title.strip(), written, by)) {
        case DONE -> StoriesController.to(CoverageViews.address(id) + "#entry-" + entry);
        case OVERTAKEN ->
            screen(
                visit,
                id,
                // Handed in once more, it takes the place of what is there now.
                views.form(entry, there.changed().toEpochMilli(), title, written),
                visit.texts().text("live.overtaken"),
                Long.MAX_VALUE,
                response);
        case MISSING -> throw StoriesController.nothing();
      };
    } catch (InvalidArticle e) {
      return screen(
          visit,
          id,
          views.form(entry, seen, title, written),
          String.valueOf(e.getMessage()),
          Long.MAX_VALUE,
          response);
    }
  }

  /** Takes an entry away from readers, or gives it back to them. */
  @PostMapping("/entries/{entry:[1-9][0-9]{0,17}}")
  ResponseEntity<?> remove(
      @PathVariable long id,
      @PathVariable long entry,
      @RequestParam long seen,
      @RequestParam boolean removed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    admit(visit, id);
    CoverageEntry there = coverage.find(id, entry).orElseThrow(StoriesController::nothing);
    return switch (coverage.remove(id, read(there, seen), removed, visit.member().name())) {
      case DONE -> StoriesController.to(CoverageViews.address(id) + "#entry-" + entry);
      case OVERTAKEN ->
          screen(
              visit,
              id,
              views.blank(),
              visit.texts().text("live.overtaken"),
              Long.MAX_VALUE,
              response);
      case MISSING -> throw StoriesController.nothing();
    };
  }

  private ResponseEntity<String> screen(
      Visit visit,
      long id,
      CoverageScreen.Form form,
      String fault,
      long before,
      HttpServletResponse response) {
    Article article = articles.get(id).orElseThrow(StoriesController::nothing);
    Draft draft = admit(visit, id);
    return newsroom.screen(
        response, "coverage", views.screen(visit, article, draft, form, fault, before));
  }

  private Draft admit(Visit visit, long id) {
    Draft draft = drafts.open(id).orElseThrow(StoriesController::nothing);
    visit.admit(Permission.PUBLISH, draft.content());
    return draft;
  }

  /** What the editor made, or where there was none, plain paragraphs. */
  private Body body(String text) {
    return text.stripLeading().startsWith("{") ? Body.read(json, text) : HtmlBody.plain(text);
  }

  private static CoverageEntry read(CoverageEntry there, long seen) {
    return new CoverageEntry(
        there.id(),
        there.at(),
        Instant.ofEpochMilli(seen),
        there.by(),
        there.title(),
        there.body(),
        there.removed());
  }
}
