package io.broadsheet.newsroom.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The screen on which the front page of a language is arranged.
 *
 * @param shell what surrounds it
 * @param path of this very screen
 * @param editions leads to the front page of each language
 * @param language its code
 * @param page where readers see it
 * @param version what this screen has seen of it; with 0 there is nothing to undo
 * @param state who saved it when, or that what is shown is not saved yet
 * @param changed whether what is shown is not saved yet
 * @param refused why it was not saved; null if nothing was wrong
 * @param overtaken what somebody else saved meanwhile; null if nobody did
 * @param slots the stories that were put there, in their order
 * @param asked what headlines of the others were searched for; may be empty
 * @param candidates the newest others
 * @param zone in which times are given
 */
public record FrontDesk(
    Shell shell,
    String path,
    List<Link> editions,
    String language,
    String page,
    long version,
    String state,
    boolean changed,
    @Nullable String refused,
    @Nullable Overtaken overtaken,
    List<Slot> slots,
    String asked,
    List<Candidate> candidates,
    String zone) {

  /**
   * A story that was put on the page.
   *
   * @param path of its editing screen
   * @param picture the path of a small picture; null for none
   * @param from when it comes, as a date field has it; may be empty
   * @param until when it goes, as a date field has it; may be empty
   * @param standing whether readers see it there
   * @param grave whether its editor should see to it
   */
  public record Slot(
      long article,
      String path,
      String headline,
      @Nullable String picture,
      String from,
      String until,
      String standing,
      boolean grave) {}

  /** A story that may be put on the page, with the path of a small picture, or null. */
  public record Candidate(long article, String headline, @Nullable String picture, String at) {}

  /** What somebody else saved: a sentence, and the headlines in their order. */
  public record Overtaken(String text, List<String> headlines) {}
}
