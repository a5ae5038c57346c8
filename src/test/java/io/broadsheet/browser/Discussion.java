package io.broadsheet.browser;

import io.broadsheet.accounts.Reader;
import io.broadsheet.accounts.TestReaders;
import io.broadsheet.articles.Articles;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.comments.Attempt;
import io.broadsheet.comments.Comment;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.Decision;
import io.broadsheet.comments.Moderation;
import io.broadsheet.comments.Outcome;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What readers said under a story of a running server, so that moderators have something to do. */
final class Discussion {
  /** The id of the reader who writes first; the next has the next. */
  static final long FIRST = 1_000_001;

  private final Comments comments;
  private final long story;

  private Discussion(Comments comments, long story) {
    this.comments = comments;
    this.story = story;
  }

  /**
   * Has so many readers write a comment that waits, and others one that was reported, and one whose
   * removal its writer objects to.
   */
  static void write(RunningServer server, long story, int held) {
    InstantSource clock = InstantSource.system();
    try (TestDatabase opened = TestDatabase.in(server.data())) {
      Outbox outbox = new Outbox(opened.database(), clock, JsonMapper.shared());
      Articles articles = new Articles(opened.database(), outbox, clock, JsonMapper.shared());
      Comments comments =
          new Comments(
              opened.database(),
              articles,
              outbox,
              clock,
              TestReaders.ANYBODY,
              TestDatabase.comments());
      AuditLog audit = new AuditLog(opened.database(), clock);
      Moderation moderation = new Moderation(opened.database(), comments, audit, clock);
      Discussion discussion = new Discussion(comments, story);
      long shown = discussion.say(FIRST, null, "I have seen it myself, near the lake.");
      moderation.decide(List.of(shown), Decision.APPROVE, "", "Berik");
      discussion.say(FIRST, shown, "More: https://example.com/a https://example.com/b http://c.de");
      for (int i = 1; i <= held; i++) {
        discussion.say(
            FIRST + i, i % 2 == 0 ? null : shown, "Is it <b>true</b>, " + i + "?\n\nNo.");
      }
      moderation.report(shown, FIRST + 1, "He never was there.");
      long removed = discussion.say(FIRST + held + 1, null, "You are all fools.");
      moderation.decide(List.of(removed), Decision.REMOVE, "Insult", "Berik");
      moderation.appeal(removed, FIRST + held + 1, "It was a joke.");
      moderation.ban(FIRST, Duration.ofDays(1), "Advertisement", "Berik");
    }
  }

  private long say(long reader, @Nullable Long parent, String text) {
    Outcome outcome =
        comments.submit(
            new Attempt(
                story,
                parent,
                new Reader(reader, false, ""),
                "Reader " + (reader - FIRST),
                text,
                reader << 8,
                "Agent"));
    return switch (outcome) {
      case Outcome.Held(Comment comment, boolean _) -> comment.id();
      case Outcome.Accepted(Comment comment, boolean _) -> comment.id();
      case Outcome.Rejected _, Outcome.NoArticle _ -> throw new AssertionError(outcome);
    };
  }
}
