package io.broadsheet.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A picture as a ninjs object names it.
 *
 * @param href where its file is
 * @param alt what is seen on it; may be empty
 * @param caption below it; may be empty
 * @param credit whose it is; may be empty
 */
record NinjsPicture(String href, String alt, String caption, String credit) {

  /** Returns the pictures that are associated with a story. */
  static List<NinjsPicture> of(Fields item, List<String> notes) {
    List<NinjsPicture> pictures = new ArrayList<>();
    for (Fields association : item.objects("associations")) {
      if (isPicture(association)) {
        href(association)
            .ifPresentOrElse(
                href -> pictures.add(picture(href, association)),
                () -> notes.add("A picture without a file was left out."));
      }
    }
    return pictures;
  }

  private static boolean isPicture(Fields association) {
    String type = association.text("type").orElse("").toLowerCase(Locale.ROOT);
    return type.equals("picture")
        || type.equals("graphic")
        || (type.isEmpty() && !association.objects("renditions").isEmpty());
  }

  /** The widest rendition is the nearest to the original. */
  private static Optional<String> href(Fields association) {
    return association.objects("renditions").stream()
        .filter(rendition -> rendition.text("href").isPresent())
        .max(Comparator.comparingInt(NinjsPicture::width))
        .flatMap(rendition -> rendition.text("href"))
        .map(String::strip);
  }

  private static int width(Fields rendition) {
    JsonNode width = rendition.byName().get("width");
    return width != null && width.canConvertToInt() ? width.intValue() : 0;
  }

  private static NinjsPicture picture(String href, Fields association) {
    return new NinjsPicture(
        href,
        described(association, role -> role.equals("alt")).orElse(""),
        described(association, role -> role.equals("caption"))
            .or(() -> described(association, role -> !role.equals("alt")))
            .or(() -> association.text("description_text", "caption"))
            .map(String::strip)
            .orElse(""),
        Stream.of(
                association.text("by", "byline"),
                association.objects("bylines").stream()
                    .flatMap(one -> one.text("byline").stream())
                    .findFirst(),
                association.text("creditline", "copyrightholder"))
            .flatMap(Optional::stream)
            .findFirst()
            .map(String::strip)
            .orElse(""));
  }

  private static Optional<String> described(Fields association, Predicate<String> role) {
    return association.objects("descriptions").stream()
        .filter(one -> role.test(one.role()))
        .flatMap(one -> one.plain("value").stream())
        .findFirst();
  }
}
