package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story.
 *
 * @param id its article's
 * @param notice that it is a preview, which is not counted; null for a published story
 * @param topic where it lives; null for none
 * @param emoji the marker before its headline; null for none
 * @param lede may be empty
 * @param bylines may be empty
 * @param place null for none
 * @param published when it was
 * @param updated when it last changed, if later; else null
 * @param minutes how long reading takes
 * @param image the lead picture; null for none
 * @param body as HTML, escaped already
 * @param entries what stands where its entries shall be; empty for a story without them
 * @param reactions what stands where readers shall react
 * @param images the other pictures
 * @param sources who says so
 * @param corrections what was put right
 * @param editions the same story in other languages
 */
public record Story(
    Words words,
    long id,
    @Nullable String notice,
    @Nullable Link topic,
    @Nullable String emoji,
    String headline,
    String lede,
    List<String> bylines,
    @Nullable String place,
    Moment published,
    @Nullable Moment updated,
    int minutes,
    @Nullable Image image,
    String body,
    String entries,
    String reactions,
    List<Image> images,
    List<Source> sources,
    List<Correction> corrections,
    List<Edition> editions) {

  /** Returns how long reading takes, in words. */
  public String reading() {
    return words.count("story.reading", minutes);
  }

  /**
   * Who says so.
   *
   * @param link null where it cannot be read
   * @param kind what sort of source it is, with its date
   */
  public record Source(String name, @Nullable String link, String kind) {}

  /** What was put right, and when. */
  public record Correction(Moment at, String note) {}

  /** The same story in another language. */
  public record Edition(String path, String code, String headline) {}
}
