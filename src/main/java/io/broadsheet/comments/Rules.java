package io.broadsheet.comments;

import io.broadsheet.articles.Teaser;
import io.broadsheet.settings.CommentSettings;
import io.broadsheet.settings.Language;
import io.broadsheet.web.Network;
import io.broadsheet.web.Throttle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Judges what readers write by the {@link Rule}s, in their order.
 *
 * <p>Those that need nothing stored come first and keep floods from the database.
 */
final class Rules {
  private static final int LONGEST_NAME = 60;
  private static final Duration REPEATED_WITHIN = Duration.ofDays(1);

  /** Shorter texts are written by many who never heard of each other. */
  private static final int SHORTEST_REPEATED = 40;

  private final CommentSettings settings;
  private final InstantSource clock;
  private final WordLists words;
  private final Throttle<Long> readers;
  private final Throttle<Long> blocks;
  private final Throttle<Long> stories;

  Rules(CommentSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.words =
        new WordLists(
            Map.of(
                Language.KK, settings.words().kk(),
                Language.RU, settings.words().ru(),
                Language.EN, settings.words().en()));
    Duration minute = Duration.ofMinutes(1);
    this.readers = new Throttle<>(settings.perReader(), minute, clock);
    this.blocks = new Throttle<>(settings.perBlock(), minute, clock);
    this.stories = new Throttle<>(settings.perStory(), minute, clock);
  }

  /** Judges the words themselves: whether they can be taken at all. */
  Optional<Rule> unfit(String name, String text) {
    if (text.isEmpty()) {
      return Optional.of(Rule.EMPTY);
    }
    if (text.codePointCount(0, text.length()) > settings.longest()) {
      return Optional.of(Rule.LONG);
    }
    boolean named = !name.isEmpty() && name.codePointCount(0, name.length()) <= LONGEST_NAME;
    return named ? Optional.empty() : Optional.of(Rule.NAME);
  }

  /** Notes that a comment came and judges whether too many did. */
  Judgement rate(Attempt attempt) {
    return limit(Rule.READER_RATE, readers.take(attempt.reader().id()))
        .or(() -> limit(Rule.BLOCK_RATE, blocks.take(Network.block(attempt.network()))))
        .or(() -> limit(Rule.STORY_RATE, stories.take(attempt.article())))
        .orElse(new Judgement.Pass());
  }

  private static Optional<Judgement> limit(Rule rule, Optional<Integer> seconds) {
    return seconds.map(wait -> new Judgement.Reject(rule, wait));
  }

  /**
   * Judges a comment by what is stored; before it is.
   *
   * @param held by the words, if they call a moderator
   */
  Judgement judge(JdbcClient sql, CommentRows.Fresh fresh, Teaser story, Optional<Judgement> held) {
    Instant now = fresh.at();
    long reader = fresh.attempt().reader().id();
    if (BanRows.bannedUntil(sql, reader).filter(now::isBefore).isPresent()) {
      return new Judgement.Reject(Rule.BANNED, 0);
    }
    DiscussionMode mode = DiscussionRows.mode(sql, story.id());
    if (isClosed(mode, story, now)) {
      return new Judgement.Reject(Rule.CLOSED, 0);
    }
    Duration slow = mode.slow().compareTo(settings.slow()) > 0 ? mode.slow() : settings.slow();
    Optional<Instant> last =
        slow.isPositive() ? DiscussionRows.last(sql, story.id(), reader) : Optional.empty();
    if (last.isPresent() && now.isBefore(last.get().plus(slow))) {
      long left = Duration.between(now, last.get().plus(slow)).toSeconds() + 1;
      return new Judgement.Reject(Rule.SLOW, Math.toIntExact(left));
    }
    if (fresh.text().length() >= SHORTEST_REPEATED
        && DiscussionRows.isRepeated(sql, fresh, now.minus(REPEATED_WITHIN))) {
      return new Judgement.Reject(Rule.REPEATED, 0);
    }
    if (mode.kind() == DiscussionMode.Kind.MODERATED) {
      return held.orElse(new Judgement.Hold(Rule.MODERATED));
    }
    boolean isNew =
        settings.holdFirst() > 0
            && DiscussionRows.shown(sql, reader, settings.holdFirst()) < settings.holdFirst();
    return held.orElse(isNew ? new Judgement.Hold(Rule.NEW_READER) : new Judgement.Pass());
  }

  /** Tells whether nothing more is taken under a story. */
  boolean isClosed(DiscussionMode mode, Teaser story, Instant now) {
    return mode.kind() == DiscussionMode.Kind.CLOSED
        || (settings.closesAfter().isPositive()
            && now.isAfter(story.published().plus(settings.closesAfter())));
  }

  /** Judges by the words whether a moderator has to look at them; also when they are changed. */
  Optional<Judgement> held(String name, String text) {
    if (CommentHtml.links(text) > settings.links()) {
      return Optional.of(new Judgement.Hold(Rule.LINKS));
    }
    return words.found(name + "\n" + text).map(word -> new Judgement.Hold(Rule.WORDS));
  }

  /** Tells whether a comment may still be changed by who wrote it. */
  boolean isEditable(Comment comment) {
    return clock.instant().isBefore(comment.at().plus(settings.editable()));
  }

  /** What moderators see of a rule: its name, and the number that is set for it. */
  record Shown(Rule rule, String value) {}

  /** Returns the rules as they are set, in their order. */
  List<Shown> shown() {
    Function<Rule, String> value =
        rule ->
            switch (rule) {
              case LONG -> Integer.toString(settings.longest());
              case NAME -> Integer.toString(LONGEST_NAME);
              case READER_RATE -> Integer.toString(settings.perReader());
              case BLOCK_RATE -> Integer.toString(settings.perBlock());
              case STORY_RATE -> Integer.toString(settings.perStory());
              case LINKS -> Integer.toString(settings.links());
              case NEW_READER -> Integer.toString(settings.holdFirst());
              case SLOW -> Long.toString(settings.slow().toSeconds());
              case CLOSED -> Long.toString(settings.closesAfter().toDays());
              case WORDS -> Integer.toString(words.size());
              case EMPTY, SIGN_IN, BANNED, PARENT, REPEATED, MODERATED -> "";
            };
    return Arrays.stream(Rule.values()).map(rule -> new Shown(rule, value.apply(rule))).toList();
  }
}
