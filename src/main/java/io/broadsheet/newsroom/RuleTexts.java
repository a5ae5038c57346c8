package io.broadsheet.newsroom;

import io.broadsheet.comments.Moderation;
import io.broadsheet.comments.Rule;
import io.broadsheet.newsroom.view.CommentRules;

/** Says in words by which rules comments are judged. */
final class RuleTexts {
  private static final String KEY = "broadsheet.comments.";

  private RuleTexts() {}

  /** Returns a rule as it is set, and what changes it. */
  static CommentRules.Line line(Moderation.SetRule set, Texts texts) {
    return new CommentRules.Line(text(set, texts), setting(set.rule()));
  }

  private static String text(Moderation.SetRule set, Texts texts) {
    String key = "rules." + set.rule().code();
    if (set.value().isEmpty()) {
      return texts.text(key);
    }
    long number = Long.parseLong(set.value());
    return number == 0 && texts.words().has(key + ".none")
        ? texts.text(key + ".none")
        : texts.words().count(key, number);
  }

  private static String setting(Rule rule) {
    return switch (rule) {
      case LONG -> KEY + "longest";
      case CLOSED -> KEY + "closes-after";
      case READER_RATE -> KEY + "per-reader";
      case BLOCK_RATE -> KEY + "per-block";
      case STORY_RATE -> KEY + "per-story";
      case SLOW -> KEY + "slow";
      case LINKS -> KEY + "links";
      case WORDS -> KEY + "words";
      case NEW_READER -> KEY + "hold-first";
      case EMPTY, NAME, SIGN_IN, BANNED, PARENT, REPEATED, MODERATED -> "";
    };
  }
}
