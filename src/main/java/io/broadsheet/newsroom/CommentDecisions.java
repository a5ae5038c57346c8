package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.comments.Comment;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.DecidedTogether;
import io.broadsheet.comments.Decision;
import io.broadsheet.comments.Moderation;
import io.broadsheet.newsroom.view.StoryDesk;
import io.broadsheet.settings.Language;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Decides on comments and takes that back, telling each writer why in the language of the story.
 */
final class CommentDecisions {
  private static final int OF_READER = 1_000;

  private final Newsroom newsroom;
  private final Articles articles;
  private final Comments comments;
  private final Moderation moderation;
  private final DeskOutcomes<Void> outcomes;

  CommentDecisions(
      Newsroom newsroom,
      Articles articles,
      Comments comments,
      Moderation moderation,
      DeskOutcomes<Void> outcomes) {
    this.newsroom = newsroom;
    this.articles = articles;
    this.comments = comments;
    this.moderation = moderation;
    this.outcomes = outcomes;
  }

  /**
   * Decides on comments, as a moderator wants it.
   *
   * @param note what is added to the reason; may be blank
   * @return what the outcome is called
   * @throws ResponseStatusException 403, if one of them is not of the visitor's topics
   */
  String decide(Visit visit, List<Long> ids, Decision decision, RemovalReason why, String note) {
    List<Comment> all = found(ids);
    if (covered(visit, all).size() < all.size()) {
      throw refused(visit);
    }
    Map<Long, String> reasons = new LinkedHashMap<>();
    languages(all)
        .forEach((id, language) -> reasons.put(id, why.told(note, newsroom.texts(language))));
    List<Long> made = moderation.decide(reasons, decision, visit.member().name());
    return made.isEmpty()
        ? tell(visit, visit.texts().text("comments.done.nothing"))
        : new DecidedTogether(made.getFirst(), made.getLast()).code();
  }

  /** Takes down all that everybody sees of a reader under stories of the visitor's topics. */
  String removeAll(Visit visit, long reader, RemovalReason why, String note) {
    List<Long> covered =
        covered(visit, found(moderation.shown(reader))).stream().map(Comment::id).toList();
    return decide(visit, covered, Decision.REMOVE, why, note);
  }

  /** Returns those comments that are under stories of the visitor's topics. */
  List<Comment> covered(Visit visit, List<Comment> all) {
    if (visit.member().topics().isEmpty()) {
      return all;
    }
    Map<Long, Boolean> covered = new HashMap<>();
    return all.stream()
        .filter(
            comment ->
                covered.computeIfAbsent(
                    comment.article(),
                    id ->
                        articles
                            .get(id)
                            .map(story -> visit.covers(Permission.MODERATE, story.content()))
                            .orElse(false)))
        .toList();
  }

  /**
   * Refuses who is bound to topics of which a reader never commented on a story.
   *
   * @throws ResponseStatusException 403
   */
  void admit(Visit visit, long reader) {
    List<Comment> all = comments.ofReader(reader, OF_READER);
    if (!all.isEmpty() && covered(visit, all).isEmpty()) {
      throw refused(visit);
    }
  }

  private List<Comment> found(List<Long> ids) {
    return ids.stream()
        .map(id -> comments.find(id).orElseThrow(StoriesController::nothing))
        .toList();
  }

  private static ResponseStatusException refused(Visit visit) {
    return new ResponseStatusException(HttpStatus.FORBIDDEN, visit.texts().text("scope.refused"));
  }

  /** Takes back what the visitor decided at once, and returns what the outcome is called. */
  String undo(Visit visit, String done) {
    DecidedTogether decisions = DecidedTogether.of(done).orElseThrow(StoriesController::nothing);
    moderation.undo(decisions, visit.member().name());
    return done;
  }

  /** Returns what is to be told of an outcome; null for nothing that is the visitor's. */
  StoryDesk.@Nullable Outcome outcome(Visit visit, String done) {
    String member = visit.member().name();
    return DecidedTogether.of(done)
        .flatMap(
            decisions ->
                moderation.fate(decisions, member).map(fate -> outcome(fate, done, visit.texts())))
        .or(
            () ->
                outcomes
                    .find(done, member)
                    .map(told -> new StoryDesk.Outcome(told.what(), told.refused(), null)))
        .orElse(null);
  }

  private static StoryDesk.Outcome outcome(DecidedTogether.Fate fate, String done, Texts texts) {
    int made = fate.open() + fate.undone() + fate.overtaken();
    return new StoryDesk.Outcome(
        fate.undone() > 0
            ? texts.text("bulk.undone", texts.number(fate.undone()))
            : texts.text("comments.done." + fate.decision().code(), texts.number(made)),
        fate.overtaken() == 0
            ? List.of()
            : List.of(texts.text("comments.undo.overtaken", texts.number(fate.overtaken()))),
        fate.open() == 0 ? null : done);
  }

  /** Keeps what is to be told of something that cannot be taken back here. */
  String tell(Visit visit, String what) {
    return outcomes.keep(
        new DeskOutcomes.Outcome<>(visit.member().name(), what, List.of(), List.of()));
  }

  private Map<Long, Language> languages(List<Comment> all) {
    Map<Long, Teaser> stories = articles.known(all.stream().map(Comment::article).toList());
    Map<Long, Language> languages = new LinkedHashMap<>();
    for (Comment comment : all) {
      Teaser story = Objects.requireNonNull(stories.get(comment.article()));
      languages.put(comment.id(), story.language());
    }
    return languages;
  }
}
