package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.DraftSaved;
import io.broadsheet.articles.Drafts;
import io.broadsheet.articles.InvalidArticle;
import io.broadsheet.articles.ReviewNotes;
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

/**
 * What editors do with a story before readers see it: notes to its passages, and their approval.
 */
@RestController
@RequestMapping("/newsroom/stories/{id:[1-9][0-9]{0,17}}")
@ConditionalOnWebApplication
final class ReviewController {
  private final Newsroom newsroom;
  private final Drafts drafts;
  private final ReviewNotes notes;

  ReviewController(Newsroom newsroom, Drafts drafts, ReviewNotes notes) {
    this.newsroom = newsroom;
    this.drafts = drafts;
    this.notes = notes;
  }

  /** Says something of a passage, or of the whole story. */
  @PostMapping("/notes")
  ResponseEntity<Void> add(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String passage,
      @RequestParam String text,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    admit(visit, Permission.WRITE, id);
    try {
      notes.add(id, passage, text.strip(), visit.member().name());
    } catch (InvalidArticle e) {
      throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
    }
    return StoriesController.to(WritingViews.address(id));
  }

  /** Says that a note was seen to, or opens it again. */
  @PostMapping("/notes/{note:[1-9][0-9]{0,17}}")
  ResponseEntity<Void> settle(
      @PathVariable long id,
      @PathVariable long note,
      @RequestParam boolean settled,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    admit(visit, Permission.WRITE, id);
    // Of two who say it at once, the second finds it said.
    boolean changed = notes.settle(id, note, settled, visit.member().name());
    if (!changed && notes.of(id).stream().noneMatch(one -> one.id() == note)) {
      throw StoriesController.nothing();
    }
    return StoriesController.to(WritingViews.address(id));
  }

  /** Says that a draft was read as it is, and may be published. */
  @PostMapping("/approve")
  ResponseEntity<Void> approve(
      @PathVariable long id,
      @RequestParam long version,
      @RequestParam long basedOn,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    Draft draft = admit(visit, Permission.REVIEW, id);
    if (draft.stage() == Draft.Stage.NONE) {
      throw StoriesController.nothing();
    }
    return switch (drafts.move(
        id, new Draft.Mark(version, basedOn), Draft.Stage.APPROVED, visit.member().name())) {
      case DraftSaved.Kept _ -> StoriesController.to(WritingViews.address(id));
      case DraftSaved.Overtaken _ -> DraftController.newer(id);
      case DraftSaved.Missing() -> throw StoriesController.nothing();
    };
  }

  private Draft admit(Visit visit, Permission permission, long id) {
    Draft draft = drafts.open(id).orElseThrow(StoriesController::nothing);
    visit.admit(permission, draft.content());
    return draft;
  }
}
