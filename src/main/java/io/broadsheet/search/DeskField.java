package io.broadsheet.search;

import io.broadsheet.settings.Language;
import java.util.Locale;

/** A part of an edition in which words are looked for, by how much a word in it tells. */
enum DeskField {
  HEADLINE(6),
  TOPICS(3),
  LEDE(2),
  BYLINES(3),
  SOURCES(2),
  PLACE(2),
  BODY(1);

  private final float weight;

  DeskField(float weight) {
    this.weight = weight;
  }

  float weight() {
    return weight;
  }

  /** Returns what the index calls it for editions in a language, whose words it holds. */
  String in(Language language) {
    return name().toLowerCase(Locale.ROOT) + "." + language.code();
  }
}
