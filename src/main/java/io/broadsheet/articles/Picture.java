package io.broadsheet.articles;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A picture of a story, stored by the media module under its content's hash.
 *
 * @param hash SHA-256 of the stored file, 64 hexadecimal digits in lower case
 * @param width of the upright original, in pixels, 1 to 20,000
 * @param height of the upright original, in pixels, 1 to 20,000
 * @param color shown until the picture is there, as {@code #rrggbb}
 * @param alt what is seen on it, for those who do not see it; may be empty
 * @param caption below it; may be empty
 * @param credit whose it is; may be empty
 */
public record Picture(
    String hash, int width, int height, String color, String alt, String caption, String credit) {
  /** Widths in pixels that pages ask for; a picture has those that are less than its own. */
  private static final int[] WIDTHS = {320, 640, 960, 1280, 1920};

  /** The most pixels from left to right that any page asks for. */
  public static final int WIDEST = WIDTHS[WIDTHS.length - 1];

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");

  public Picture {
    Check.that(HASH.matcher(hash).matches(), "“" + hash + "” is not the hash of a picture.");
    Check.that(
        width >= 1 && width <= 20_000 && height >= 1 && height <= 20_000,
        "A picture of " + width + " × " + height + " pixels cannot be shown.");
    Check.that(COLOR.matcher(color).matches(), "“" + color + "” is not a colour.");
    Check.text("The alternative text of a picture", alt, 1_000);
    Check.text("The caption of a picture", caption, 1_000);
    Check.text("The credit of a picture", credit, 300);
  }

  /**
   * Returns the widths in which a picture of this width can be had, in pixels, the narrowest first:
   * never more than its own, and its own unless that is more than any page asks for.
   */
  public static List<Integer> renditions(int width) {
    List<Integer> renditions = new ArrayList<>();
    for (int one : WIDTHS) {
      if (one < width) {
        renditions.add(one);
      }
    }
    if (width <= WIDEST) {
      renditions.add(width);
    }
    return renditions;
  }

  /** Returns the widths in which this picture can be had, in pixels, the narrowest first. */
  public List<Integer> renditions() {
    return renditions(width);
  }
}
