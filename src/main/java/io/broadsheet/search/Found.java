package io.broadsheet.search;

import java.util.List;

/**
 * What a question found.
 *
 * @param total how many editions, counted up to {@link Search#COUNTED}
 * @param articles those that were asked for, the best first
 * @param all whether each has all of the words; otherwise none has, and these have some
 * @param complete whether all editions are in the index already
 */
public record Found(int total, List<Long> articles, boolean all, boolean complete) {
  public Found {
    articles = List.copyOf(articles);
  }
}
