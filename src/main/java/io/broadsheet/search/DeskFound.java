package io.broadsheet.search;

import java.util.List;

/**
 * What a question found.
 *
 * @param total how many editions, counted up to {@link DeskSearch#COUNTED}
 * @param articles those that were asked for, the best first
 * @param all whether each has all of the words; otherwise none has, and these have some
 * @param complete whether all editions are in the index already
 */
public record DeskFound(int total, List<Long> articles, boolean all, boolean complete) {
  public DeskFound {
    articles = List.copyOf(articles);
  }
}
