package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.DraftSaved;
import io.broadsheet.articles.Drafts;
import io.broadsheet.articles.Revision;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code …/revisions}: what a story has said, compared, and brought back into its draft. */
@RestController
@RequestMapping("/newsroom/stories/{id:[1-9][0-9]{0,17}}/revisions")
@ConditionalOnWebApplication
final class RevisionController {
  private final Newsroom newsroom;
  private final RevisionViews views;
  private final Articles articles;
  private final Drafts drafts;

  RevisionController(Newsroom newsroom, RevisionViews views, Articles articles, Drafts drafts) {
    this.newsroom = newsroom;
    this.views = views;
    this.articles = articles;
    this.drafts = drafts;
  }

  @GetMapping
  ResponseEntity<String> list(
      @PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    Article article = articles.get(id).orElseThrow(StoriesController::nothing);
    Draft draft = drafts.open(id).orElseThrow(StoriesController::nothing);
    visit.admit(Permission.WRITE, draft.content());
    return newsroom.screen(response, "revisions", views.screen(visit, article, draft));
  }

  /** Brings a revision back into the draft; readers see it once it is published again. */
  @PostMapping("/{revision:[1-9][0-9]{0,17}}/restore")
  ResponseEntity<Void> restore(
      @PathVariable long id,
      @PathVariable long revision,
      @RequestParam long version,
      @RequestParam long basedOn,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    Draft draft = drafts.open(id).orElseThrow(StoriesController::nothing);
    visit.admit(Permission.WRITE, draft.content());
    Revision wanted = views.find(id, revision).orElseThrow(StoriesController::nothing);
    // What was told to readers was told: a correction is not taken back with the text.
    Content content = wanted.content().with(draft.content().corrections());
    return switch (drafts.save(
        id, new Draft.Mark(version, basedOn), content, visit.member().name())) {
      case DraftSaved.Kept _ -> StoriesController.to(WritingViews.address(id));
      case DraftSaved.Overtaken _ -> DraftController.newer(id);
      case DraftSaved.Missing() -> throw StoriesController.nothing();
    };
  }
}
