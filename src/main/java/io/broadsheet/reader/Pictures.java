package io.broadsheet.reader;

import io.broadsheet.articles.Focus;
import io.broadsheet.articles.Picture;
import io.broadsheet.reader.view.Image;
import org.jspecify.annotations.Nullable;

/** Places the renditions of pictures in pages. */
final class Pictures {
  /** The style sheet knows every quarter of the way, since pages have no styles of their own. */
  private static final double STEP = 25;

  private Pictures() {}

  /** Returns a picture for a list, beside a headline that says as much as its description. */
  static Image inList(Picture picture) {
    return image(picture, "", "");
  }

  /** Returns a picture with what is seen on it, its caption and its credit. */
  static Image inStory(Picture picture) {
    return image(picture, picture.alt(), picture.legend());
  }

  private static Image image(Picture picture, String alt, String caption) {
    return new Image(
        picture.path(),
        picture.sourceSet(""),
        picture.width(),
        picture.height(),
        picture.color(),
        alt,
        caption,
        focus(picture.focus()));
  }

  private static @Nullable String focus(@Nullable Focus focus) {
    if (focus == null) {
      return null;
    }
    return "x" + Math.round(focus.x() / STEP) + " y" + Math.round(focus.y() / STEP);
  }
}
