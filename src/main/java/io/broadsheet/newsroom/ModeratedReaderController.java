package io.broadsheet.newsroom;

import io.broadsheet.comments.Moderation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /newsroom/comments/readers/ID}: what moderators know of a reader, and decide of one. */
@RestController
@ConditionalOnWebApplication
final class ModeratedReaderController {
  private static final String PATH = CommentFrom.PATH + "/readers/{id:[1-9][0-9]{0,17}}";

  private final Newsroom newsroom;
  private final CommentViews views;
  private final Moderation moderation;
  private final CommentDecisions decisions;

  ModeratedReaderController(
      Newsroom newsroom, CommentViews views, Moderation moderation, CommentDecisions decisions) {
    this.newsroom = newsroom;
    this.views = views;
    this.moderation = moderation;
    this.decisions = decisions;
  }

  @GetMapping(PATH)
  ResponseEntity<String> reader(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String done,
      HttpServletRequest request,
      HttpServletResponse response) {
    return newsroom.screen(
        response, "commenter", views.reader(newsroom.visit(request, response), id, done));
  }

  /** Keeps a reader from commenting for some days, from now. */
  @PostMapping(PATH + "/ban")
  ResponseEntity<Void> ban(
      @PathVariable long id,
      @RequestParam int days,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!CommentViews.BANS.contains(days) || moderation.record(id).since() == null) {
      throw StoriesController.nothing();
    }
    Visit visit = newsroom.visit(request, response);
    decisions.admit(visit, id);
    moderation.ban(id, Duration.ofDays(days), reason, visit.member().name());
    return back(id, decisions.tell(visit, visit.texts().text("comments.done.ban")));
  }

  /** Lets a reader comment again. */
  @PostMapping(PATH + "/lift")
  ResponseEntity<Void> lift(
      @PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    decisions.admit(visit, id);
    boolean lifted = moderation.lift(id, visit.member().name());
    String what = lifted ? "comments.done.lift" : "comments.done.nothing";
    return back(id, decisions.tell(visit, visit.texts().text(what)));
  }

  /** Takes down all that everybody sees of a reader. */
  @PostMapping(PATH + "/remove")
  ResponseEntity<Void> remove(
      @PathVariable long id,
      @RequestParam(defaultValue = "other") String reason,
      @RequestParam(defaultValue = "") String note,
      HttpServletRequest request,
      HttpServletResponse response) {
    RemovalReason why = RemovalReason.of(reason).orElseThrow(StoriesController::nothing);
    Visit visit = newsroom.visit(request, response);
    return back(id, decisions.removeAll(visit, id, why, note));
  }

  private static ResponseEntity<Void> back(long reader, String done) {
    return StoriesController.to(CommentFrom.reader(reader).path() + "?done=" + done);
  }
}
