package io.broadsheet.articles;

import java.util.EnumSet;
import java.util.Set;

/** What a story lacks before it is published. */
public enum Gap {
  /** It has no headline. */
  HEADLINE(true),
  /** It says nothing. */
  TEXT(true),
  /** A picture is without words for those who do not see it. */
  ALTERNATIVE_TEXT(true),
  /** It lives under no topic. */
  TOPIC(false),
  /** It names no source. */
  SOURCE(false);

  private final boolean bars;

  Gap(boolean bars) {
    this.bars = bars;
  }

  /** Tells whether a story cannot be published with it; otherwise it is a question. */
  public boolean bars() {
    return bars;
  }

  /** Returns what this content lacks. */
  public static Set<Gap> of(Content content) {
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    if (content.headline().isBlank()) {
      gaps.add(HEADLINE);
    }
    if (content.lede().isBlank() && content.body().text().isBlank()) {
      gaps.add(TEXT);
    }
    if (content.pictures().stream().anyMatch(picture -> picture.alt().isBlank())) {
      gaps.add(ALTERNATIVE_TEXT);
    }
    if (content.topics().isEmpty()) {
      gaps.add(TOPIC);
    }
    if (content.sources().isEmpty()) {
      gaps.add(SOURCE);
    }
    return gaps;
  }
}
