package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;

/** The lower half of the front page: stories by topic. */
public record Desks(Words words, List<Desk> desks) {
  /** A topic with its newest stories, up to three, that the upper half does not show. */
  public record Desk(String slug, Link topic, List<Item> items) {}
}
