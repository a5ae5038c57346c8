package io.broadsheet.reader;

import io.broadsheet.articles.Picture;
import io.broadsheet.reader.view.Image;
import io.broadsheet.reader.view.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Places the renditions of pictures in pages. */
final class Pictures {
  private static final int USUAL = 960;

  private Pictures() {}

  /** Returns a picture for a list, beside a headline that says as much as its description. */
  static Image inList(Picture picture) {
    return image(picture, "", "");
  }

  /** Returns a picture with what is seen on it, its caption and its credit. */
  static Image inStory(Picture picture, Words words) {
    List<String> below = new ArrayList<>();
    if (!picture.caption().isEmpty()) {
      below.add(picture.caption());
    }
    if (!picture.credit().isEmpty()) {
      below.add(words.text("story.photo", picture.credit()));
    }
    return image(picture, picture.alt(), String.join(" ", below));
  }

  /** Returns the path of a rendition. */
  static String path(Picture picture, int width) {
    return "/media/" + picture.hash() + "-" + width + ".webp";
  }

  /** Returns the path of the rendition that suits most places. */
  static String path(Picture picture) {
    return path(picture, Math.min(USUAL, picture.width()));
  }

  private static Image image(Picture picture, String alt, String caption) {
    String renditions =
        picture.renditions().stream()
            .map(width -> path(picture, width) + " " + width + "w")
            .collect(Collectors.joining(", "));
    return new Image(path(picture), renditions, picture.width(), picture.height(), alt, caption);
  }
}
