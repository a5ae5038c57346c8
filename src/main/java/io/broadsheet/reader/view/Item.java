package io.broadsheet.reader.view;

import org.jspecify.annotations.Nullable;

/**
 * A story in a list.
 *
 * @param path its page
 * @param emoji the marker before its headline; null for none
 * @param lede may be empty
 * @param topic where it lives; null for none, or where the list says it
 * @param image its lead picture; null for none
 * @param time when it was published
 */
public record Item(
    String path,
    @Nullable String emoji,
    String headline,
    String lede,
    @Nullable Link topic,
    @Nullable Image image,
    Moment time) {

  /** Returns the same without its picture. */
  public Item withoutImage() {
    return new Item(path, emoji, headline, lede, topic, null, time);
  }
}
