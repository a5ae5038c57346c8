package io.broadsheet.newsroom.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The screen on which one story is written.
 *
 * @param shell what surrounds it
 * @param path of this very screen
 * @param desk the path of the list it is on
 * @param language its code
 * @param about its language, state and who wrote last
 * @param version together with {@code basedOn} what this screen has seen of the draft
 * @param basedOn the version of the article that the draft began from
 * @param moved whether the article has changed since the draft began
 * @param newer whether something was not done as somebody else had saved
 * @param page where readers see it; null if they do not
 * @param emoji the marker before the headline; may be empty
 * @param headline may be empty
 * @param lede may be empty
 * @param body as JSON
 * @param editor the words of the editor, as JSON
 * @param bylines separated by commas
 * @param topics separated by commas
 * @param topicNames those that there are
 * @param place may be empty
 * @param pictures of the story
 * @param sources who says it
 * @param kinds of sources, each with its code as path
 * @param gaps what the story lacks
 * @param question what is asked before it is published all the same; null if nothing
 * @param stage of the draft: none, writing, review or approved
 * @param state of the article: draft, review, scheduled, published or withdrawn
 * @param scheduled when it is to appear, as a date field takes it; may be empty
 * @param zone in which times are given
 * @param editions of the story
 * @param mayReview whether the visitor says what may be published
 * @param approved who has read it as it is, a sentence; empty for nobody
 * @param notes what was said of it, the open ones first
 * @param openNotes how many of them are open
 * @param mayPublish whether the visitor decides what readers see
 * @param previews links by which outsiders read it
 * @param fresh the address of a preview that was made this very moment; null for none
 * @param breaking whether it stands above every page; null where the visitor has no such choice
 */
public record StoryEdit(
    Shell shell,
    String path,
    String desk,
    String language,
    String about,
    long version,
    long basedOn,
    boolean moved,
    boolean newer,
    @Nullable String page,
    String emoji,
    String headline,
    String lede,
    String body,
    String editor,
    String bylines,
    String topics,
    List<String> topicNames,
    String place,
    List<Shot> pictures,
    List<SourceRow> sources,
    List<Link> kinds,
    List<String> gaps,
    @Nullable Question question,
    String stage,
    String state,
    String scheduled,
    String zone,
    Editions editions,
    boolean mayReview,
    String approved,
    List<Note> notes,
    long openNotes,
    boolean mayPublish,
    List<Preview> previews,
    @Nullable String fresh,
    @Nullable Breaking breaking) {

  /**
   * What was said of the story.
   *
   * @param passage how the block began that it is about; empty for the whole story
   * @param about who said it, and when
   * @param settled who saw to it, a sentence; empty while it is open
   */
  public record Note(long id, String passage, String text, String about, String settled) {}

  /**
   * A link by which outsiders read the story.
   *
   * @param name tells it from others
   * @param text who made it, and until when it is good
   */
  public record Preview(String name, String text) {}

  /**
   * The choice of having a story above every page.
   *
   * @param until until when it is there, a sentence; empty if it is not
   */
  public record Breaking(String until) {}

  /**
   * What is asked before a story is published.
   *
   * @param gaps what it lacks
   * @param at when it shall appear, as the form has it; may be empty
   * @param embargo as the form has it; may be empty
   * @param correction as the form has it; may be empty
   */
  public record Question(List<String> gaps, String at, String embargo, String correction) {}

  /**
   * A picture of the story.
   *
   * @param json all that is stored of it
   */
  public record Shot(String src, String json, String alt, String caption, String credit) {
    /** What the screen makes those of that it takes in. */
    public static final Shot NONE = new Shot("data:,", "{}", "", "", "");
  }

  /** Who says something; its kind is a code, its date an ISO date or empty. */
  public record SourceRow(String name, String kind, String link, String date) {}
}
