package io.broadsheet.reader;

import io.broadsheet.articles.Picture;
import io.broadsheet.reader.view.Image;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Places the renditions of pictures in pages. */
final class Pictures {
  private static final int USUAL = 960;
  private static final Pattern ENDED = Pattern.compile("[.!?…][»”]?$");

  private Pictures() {}

  /** Returns a picture for a list, beside a headline that says as much as its description. */
  static Image inList(Picture picture) {
    return image(picture, "", "");
  }

  /** Returns a picture with what is seen on it, its caption and its credit. */
  static Image inStory(Picture picture) {
    return image(picture, picture.alt(), below(picture));
  }

  /** Returns the path of a rendition. */
  static String path(Picture picture, int width) {
    return "/media/" + picture.hash() + "-" + width + ".webp";
  }

  /** Returns the path of the rendition that suits most places. */
  static String path(Picture picture) {
    return path(picture, Math.min(USUAL, picture.width()));
  }

  /** Names the credit as it was given, since it may be of a photo, a drawing or a map. */
  private static String below(Picture picture) {
    String caption = picture.caption();
    if (caption.isEmpty() || picture.credit().isEmpty()) {
      return caption + picture.credit();
    }
    return caption + (ENDED.matcher(caption).find() ? " " : ". ") + picture.credit();
  }

  private static Image image(Picture picture, String alt, String caption) {
    String renditions =
        picture.renditions().stream()
            .map(width -> path(picture, width) + " " + width + "w")
            .collect(Collectors.joining(", "));
    return new Image(path(picture), renditions, picture.width(), picture.height(), alt, caption);
  }
}
