package io.broadsheet.articles;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an edition says; a revision keeps all of it.
 *
 * @param emoji a marker before the headline, one grapheme; null for none
 * @param headline up to 300 characters; empty only while it is being written
 * @param lede the opening sentence or two, up to 2,000 characters; may be empty
 * @param body the text
 * @param bylines who wrote it, up to 20 names, in order; may be empty
 * @param topics the first is where it lives, up to 20; may be empty
 * @param place where it happened; null where that does not matter
 * @param pictures the first is its lead picture, up to 100; may be empty
 * @param sources who says it, up to 100; may be empty
 * @param corrections what was put right, oldest first
 */
public record Content(
    @Nullable String emoji,
    String headline,
    String lede,
    Body body,
    List<String> bylines,
    List<Topic> topics,
    @Nullable String place,
    List<Picture> pictures,
    List<Source> sources,
    List<Correction> corrections) {
  private static final Pattern ONE_GRAPHEME = Pattern.compile("\\X");

  public Content {
    Check.that(
        emoji == null || isEmoji(emoji), "The marker “" + emoji + "” is not one single emoji.");
    Check.text("The headline", headline, 300);
    Check.text("The lede", lede, 2_000);
    bylines = few("bylines", bylines, 20);
    bylines.forEach(byline -> Check.line("A byline", byline, 300));
    topics = few("topics", topics, 20);
    Check.that(
        topics.stream().map(Topic::slug).distinct().count() == topics.size(),
        "A topic is named twice.");
    if (place != null) {
      Check.line("The place", place, 300);
    }
    pictures = few("pictures", pictures, 100);
    sources = few("sources", sources, 100);
    corrections = few("corrections", corrections, 1_000);
  }

  /** Returns the same with other corrections. */
  public Content with(List<Correction> others) {
    return new Content(
        emoji, headline, lede, body, bylines, topics, place, pictures, sources, others);
  }

  private static boolean isEmoji(String text) {
    return text.length() <= 40
        && ONE_GRAPHEME.matcher(text).matches()
        && text.codePoints().anyMatch(Character::isEmoji)
        // Digits are emoji to Unicode, being the base of keycaps.
        && text.codePoints().anyMatch(c -> c > 0xff);
  }

  private static <T> List<T> few(String what, List<T> values, int max) {
    Check.that(values.size() <= max, "There are more than " + max + " " + what + ".");
    return List.copyOf(values);
  }
}
