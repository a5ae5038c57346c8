package io.broadsheet.media;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a picture's file says of itself, as agencies and cameras write it (IPTC, XMP, EXIF).
 *
 * @param credit who made it and for whom, at most 300 characters; empty where it says nothing
 * @param caption what it shows, at most 1,000 characters; empty where it says nothing
 */
public record PictureWords(String credit, String caption) {
  private static final int LONGEST_CREDIT = 300;
  private static final int LONGEST_CAPTION = 1_000;

  /** What cameras write of their own accord, which describes nothing. */
  private static final Set<String> CAMERAS =
      Set.of("OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM", "DIGITAL CAMERA", "default");

  /** Returns what a file says; one whose metadata is damaged says nothing. */
  public static PictureWords of(byte[] file) {
    try {
      Metadata all = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length);
      String maker =
          first(
              iptc(all, IptcDirectory.TAG_BY_LINE),
              xmp(all, "dc:creator[1]"),
              exif(all, ExifIFD0Directory.TAG_ARTIST));
      String house = first(iptc(all, IptcDirectory.TAG_CREDIT), xmp(all, "photoshop:Credit"));
      String owner =
          first(
              iptc(all, IptcDirectory.TAG_COPYRIGHT_NOTICE),
              xmp(all, "dc:rights[1]"),
              exif(all, ExifIFD0Directory.TAG_COPYRIGHT));
      String caption =
          first(
              iptc(all, IptcDirectory.TAG_CAPTION),
              xmp(all, "dc:description[1]"),
              exif(all, ExifIFD0Directory.TAG_IMAGE_DESCRIPTION));
      return new PictureWords(
          cut(credit(maker, house, owner), LONGEST_CREDIT),
          cut(CAMERAS.contains(caption) ? "" : caption, LONGEST_CAPTION));
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      // The pixels were sound; a picture without words is as good as any.
      return new PictureWords("", "");
    }
  }

  private static String credit(String maker, String house, String owner) {
    if (maker.isEmpty() && house.isEmpty()) {
      return owner;
    }
    return maker.isEmpty() || house.isEmpty() || maker.contains(house)
        ? (maker.isEmpty() ? house : maker)
        : maker + " / " + house;
  }

  private static @Nullable String iptc(Metadata all, int tag) {
    return in(all, IptcDirectory.class, directory -> directory.getString(tag));
  }

  private static @Nullable String exif(Metadata all, int tag) {
    return in(all, ExifIFD0Directory.class, directory -> directory.getString(tag));
  }

  private static @Nullable String xmp(Metadata all, String property) {
    return in(all, XmpDirectory.class, directory -> directory.getXmpProperties().get(property));
  }

  private static <D extends Directory> @Nullable String in(
      Metadata all, Class<D> kind, Function<D, @Nullable String> said) {
    return all.getDirectoriesOfType(kind).stream()
        .map(said)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String first(@Nullable String... said) {
    return Stream.of(said)
        .filter(Objects::nonNull)
        .map(text -> text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip())
        .filter(text -> !text.isEmpty() && text.indexOf('\ufffd') < 0)
        .findFirst()
        .orElse("");
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end).strip();
  }
}
