package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.comments.Decision;
import io.broadsheet.comments.DiscussionMode;
import io.broadsheet.comments.Moderation;
import io.broadsheet.comments.Queue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /newsroom/comments}: what waits for moderators, and what they decide. */
@RestController
@ConditionalOnWebApplication
final class ModerationController {
  private static final int MOST = 200;
  private static final String ID = "/{id:[1-9][0-9]{0,17}}";
  private static final String STORY = CommentFrom.PATH + "/stories" + ID;

  private final Newsroom newsroom;
  private final CommentViews views;
  private final Articles articles;
  private final Moderation moderation;
  private final CommentDecisions decisions;

  ModerationController(
      Newsroom newsroom,
      CommentViews views,
      Articles articles,
      Moderation moderation,
      CommentDecisions decisions) {
    this.newsroom = newsroom;
    this.views = views;
    this.articles = articles;
    this.moderation = moderation;
    this.decisions = decisions;
  }

  @GetMapping(CommentFrom.PATH)
  ResponseEntity<String> queue(
      @RequestParam(defaultValue = "held") String queue,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "") String done,
      HttpServletRequest request,
      HttpServletResponse response) {
    Queue chosen = Queue.of(queue).orElseThrow(StoriesController::nothing);
    Visit visit = newsroom.visit(request, response);
    return newsroom.screen(
        response, "comments", views.queue(visit, chosen, Math.max(0, after), done));
  }

  @GetMapping(CommentFrom.PATH + "/rules")
  ResponseEntity<String> rules(HttpServletRequest request, HttpServletResponse response) {
    return newsroom.screen(response, "rules", views.rules(newsroom.visit(request, response)));
  }

  /** Decides on comments, one or many. */
  @PostMapping(CommentFrom.PATH + "/decide")
  ResponseEntity<Void> decide(
      @RequestParam String op,
      @RequestParam(defaultValue = "") List<Long> comment,
      @RequestParam(defaultValue = "other") String reason,
      @RequestParam(defaultValue = "") String note,
      @ModelAttribute CommentFrom from,
      HttpServletRequest request,
      HttpServletResponse response) {
    Decision decision = Decision.of(op).orElseThrow(StoriesController::nothing);
    RemovalReason why = RemovalReason.of(reason).orElseThrow(StoriesController::nothing);
    Visit visit = newsroom.visit(request, response);
    if (comment.size() > MOST) {
      return back(from, decisions.tell(visit, visit.texts().text("comments.many", MOST)));
    }
    return back(from, decisions.decide(visit, comment, decision, why, note));
  }

  /** Takes decisions back, where nobody decided otherwise since. */
  @PostMapping(CommentFrom.PATH + "/undo")
  ResponseEntity<Void> undo(
      @RequestParam String done,
      @ModelAttribute CommentFrom from,
      HttpServletRequest request,
      HttpServletResponse response) {
    return back(from, decisions.undo(newsroom.visit(request, response), done));
  }

  @GetMapping(STORY)
  ResponseEntity<String> mode(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String done,
      HttpServletRequest request,
      HttpServletResponse response) {
    Article article = articles.get(id).orElseThrow(StoriesController::nothing);
    Visit visit = newsroom.visit(request, response);
    visit.admit(Permission.MODERATE, article.content());
    return newsroom.screen(response, "discussion", views.mode(visit, article, done));
  }

  /** Sets how a story may be commented on. */
  @PostMapping(STORY)
  ResponseEntity<Void> setMode(
      @PathVariable long id,
      @RequestParam String kind,
      @RequestParam int slow,
      HttpServletRequest request,
      HttpServletResponse response) {
    DiscussionMode.Kind chosen =
        DiscussionMode.Kind.of(kind).orElseThrow(StoriesController::nothing);
    Article article = articles.get(id).orElseThrow(StoriesController::nothing);
    if (!CommentViews.SLOW.contains(slow)) {
      throw StoriesController.nothing();
    }
    Visit visit = newsroom.visit(request, response);
    visit.admit(Permission.MODERATE, article.content());
    DiscussionMode mode = new DiscussionMode(chosen, Duration.ofSeconds(slow));
    moderation.setMode(id, mode, visit.member().name());
    String done = decisions.tell(visit, visit.texts().text("comments.mode.done"));
    return StoriesController.to(CommentFrom.mode(id) + "?done=" + done);
  }

  private static ResponseEntity<Void> back(CommentFrom from, String done) {
    String path = from.path();
    return StoriesController.to(path + (path.indexOf('?') < 0 ? "?" : "&") + "done=" + done);
  }
}
