package io.broadsheet.articles;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
 * @param focus what must stay in sight where only a part of it is shown; null for its middle
 */
public record Picture(
    String hash,
    int width,
    int height,
    String color,
    String alt,
    String caption,
    String credit,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Focus focus) {
  /** Widths in pixels that pages ask for; a picture has those that are less than its own. */
  private static final int[] WIDTHS = {320, 640, 960, 1280, 1920};

  private static final int USUAL = 960;

  /** The most pixels from left to right that any page asks for. */
  public static final int WIDEST = WIDTHS[WIDTHS.length - 1];

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
  private static final Pattern ENDED = Pattern.compile("[.!?…][»”]?$");

  public Picture {
    alt = orEmpty(alt);
    caption = orEmpty(caption);
    credit = orEmpty(credit);
    Check.that(
        hash != null && HASH.matcher(hash).matches(),
        "“" + hash + "” is not the hash of a picture.");
    Check.that(
        width >= 1 && width <= 20_000 && height >= 1 && height <= 20_000,
        "A picture of " + width + " × " + height + " pixels cannot be shown.");
    Check.that(color != null && COLOR.matcher(color).matches(), "“" + color + "” is not a colour.");
    Check.text("The alternative text of a picture", alt, 1_000);
    Check.text("The caption of a picture", caption, 1_000);
    Check.text("The credit of a picture", credit, 300);
  }

  /** Describes a picture whose middle matters most. */
  public Picture(
      String hash, int width, int height, String color, String alt, String caption, String credit) {
    this(hash, width, height, color, alt, caption, credit, null);
  }

  /** Returns the same picture with this point to stay in sight; null for its middle. */
  public Picture with(@Nullable Focus other) {
    return new Picture(hash, width, height, color, alt, caption, credit, other);
  }

  /** An editor that was told nothing may send nothing. */
  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Returns the path under which the site serves it in this width, in WebP. */
  public String path(int rendition) {
    return "/media/" + hash + "-" + rendition + ".webp";
  }

  /** Returns the path of the rendition that suits most places, in JPEG, which all can show. */
  public String path() {
    return "/media/" + hash + "-" + Math.min(USUAL, width) + ".jpg";
  }

  /**
   * Returns what stands below it: the caption and the credit as it was given, since that may be of
   * a photo, a drawing or a map.
   */
  public String legend() {
    if (caption.isEmpty() || credit.isEmpty()) {
      return caption + credit;
    }
    return caption + (ENDED.matcher(caption).find() ? " " : ". ") + credit;
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

  /** Returns its renditions in WebP as a {@code srcset}, with an origin before their paths. */
  public String sourceSet(String origin) {
    return renditions().stream()
        .map(rendition -> origin + path(rendition) + " " + rendition + "w")
        .collect(Collectors.joining(", "));
  }
}
