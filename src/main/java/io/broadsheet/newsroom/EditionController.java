package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.Drafts;
import io.broadsheet.articles.InvalidArticle;
import io.broadsheet.articles.Original;
import io.broadsheet.articles.Originals;
import io.broadsheet.settings.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Begins editions of a story in other languages, and keeps them up with their original. */
@RestController
@RequestMapping("/newsroom/stories/{id:[1-9][0-9]{0,17}}")
@ConditionalOnWebApplication
final class EditionController {
  private final Newsroom newsroom;
  private final EditionViews views;
  private final Drafts drafts;
  private final Originals originals;

  EditionController(Newsroom newsroom, EditionViews views, Drafts drafts, Originals originals) {
    this.newsroom = newsroom;
    this.views = views;
    this.drafts = drafts;
    this.originals = originals;
  }

  /** Begins the story in a language, beside this edition of it. */
  @PostMapping("/editions")
  ResponseEntity<Void> begin(
      @PathVariable long id,
      @RequestParam String language,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    admit(visit, id);
    Language chosen =
        Language.of(language)
            .filter(newsroom.site().languages()::contains)
            .orElseThrow(StoriesController::nothing);
    try {
      long edition =
          originals
              .begin(id, chosen, visit.member().name())
              .orElseThrow(StoriesController::nothing);
      return StoriesController.to(WritingViews.address(edition));
    } catch (InvalidArticle e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage());
    }
  }

  /** Takes down that this edition says all that its original says. */
  @PostMapping("/carried")
  ResponseEntity<Void> carried(
      @PathVariable long id,
      @RequestParam String read,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    admit(visit, id);
    Content now = originals.of(id).map(Original::now).orElseThrow(StoriesController::nothing);
    return views.name(now).equals(read) && originals.carried(id, now, visit.member().name())
        ? StoriesController.to(WritingViews.address(id))
        : DraftController.newer(id);
  }

  private void admit(Visit visit, long id) {
    Draft draft = drafts.open(id).orElseThrow(StoriesController::nothing);
    visit.admit(Permission.WRITE, draft.content());
  }
}
