package io.broadsheet.newsroom;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.comments.Comment;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.Decision;
import io.broadsheet.comments.Moderation;
import io.broadsheet.settings.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Decides on comments, telling each writer why in the language of the story. */
final class CommentDecisions {
  private final Newsroom newsroom;
  private final Articles articles;
  private final Comments comments;
  private final Moderation moderation;
  private final DeskOutcomes<Long> outcomes;

  CommentDecisions(
      Newsroom newsroom,
      Articles articles,
      Comments comments,
      Moderation moderation,
      DeskOutcomes<Long> outcomes) {
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
   */
  String decide(Visit visit, List<Long> ids, Decision decision, RemovalReason why, String note) {
    List<Long> made = new ArrayList<>();
    byLanguage(ids)
        .forEach(
            (language, some) -> {
              String reason = why.told(note, newsroom.texts(language));
              made.addAll(moderation.decide(some, decision, reason, visit.member().name()));
            });
    String key = made.isEmpty() ? "comments.done.nothing" : "comments.done." + decision.code();
    return tell(visit, visit.texts().text(key, visit.texts().number(made.size())), made);
  }

  /** Takes down all that everybody sees of a reader; otherwise the same. */
  String removeAll(Visit visit, long reader, RemovalReason why, String note) {
    return decide(visit, moderation.shown(reader), Decision.REMOVE, why, note);
  }

  /** Takes decisions back, and returns what the outcome is called. */
  String undo(Visit visit, String done) {
    String member = visit.member().name();
    List<Long> made = outcomes.take(done, member).map(DeskOutcomes.Outcome::done).orElse(List.of());
    String number = visit.texts().number(moderation.undo(made, member));
    String what = made.isEmpty() ? "bulk.forgotten" : "bulk.undone";
    return tell(visit, visit.texts().text(what, number), List.of());
  }

  /** Keeps what is to be told of something that cannot be taken back here. */
  String tell(Visit visit, String what) {
    return tell(visit, what, List.of());
  }

  private String tell(Visit visit, String what, List<Long> made) {
    return outcomes.keep(new DeskOutcomes.Outcome<>(visit.member().name(), what, made, List.of()));
  }

  private Map<Language, List<Long>> byLanguage(List<Long> ids) {
    Map<Long, Long> stories = new HashMap<>();
    for (long id : ids) {
      Optional<Comment> comment = comments.find(id);
      stories.put(id, comment.orElseThrow(StoriesController::nothing).article());
    }
    Map<Long, Teaser> known = articles.known(stories.values());
    Map<Language, List<Long>> byLanguage = new EnumMap<>(Language.class);
    for (long id : ids) {
      Teaser story = Objects.requireNonNull(known.get(stories.get(id)));
      byLanguage.computeIfAbsent(story.language(), _ -> new ArrayList<>()).add(id);
    }
    return byLanguage;
  }
}
