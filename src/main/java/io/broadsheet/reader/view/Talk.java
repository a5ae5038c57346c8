package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comments on a story.
 *
 * @param id the article's
 * @param path of the story
 * @param total how many comments it has
 * @param count that in words
 * @param orders by what to sort a page of them; empty where they stand under the story
 * @param next where those that follow are; null at the end
 * @param nextWords what leads there
 * @param back where all comments are, from one thread; null elsewhere
 * @param open whether more are taken
 * @param named whether any name will do, without signing in
 * @param signIn where to sign in; null where nobody can
 */
public record Talk(
    Words words,
    long id,
    String path,
    long total,
    String count,
    List<Link> orders,
    List<Branch> threads,
    @Nullable String next,
    String nextWords,
    @Nullable String back,
    boolean open,
    boolean named,
    @Nullable String signIn) {

  /**
   * A comment and those that answer it.
   *
   * @param more where the answers are that follow; null if there are none
   * @param moreWords what leads there
   */
  public record Branch(Said root, List<Said> replies, @Nullable String more, String moreWords) {}

  /**
   * One comment.
   *
   * @param shown whether everybody sees it; else it was taken down, and only its place is here
   * @param to the name of whom it answers within the thread; null for who began it
   * @param permalink where to find it
   * @param at when it came
   * @param edited whether it was changed
   * @param html what it says, escaped already
   * @param ups how many readers found it good
   * @param downs how many did not
   */
  public record Said(
      long id,
      boolean shown,
      String name,
      @Nullable String to,
      String permalink,
      Moment at,
      boolean edited,
      String html,
      long ups,
      long downs) {}
}
