package io.broadsheet.transfer;

import io.broadsheet.articles.Picture;
import io.broadsheet.media.Media;
import io.broadsheet.media.StoredPicture;
import io.broadsheet.media.UnfitPicture;
import io.broadsheet.settings.Site;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of pictures: those stored here already, and those in the folder that is imported.
 *
 * <p>Nothing is fetched from the web, and nothing is read from outside of that folder, whatever a
 * story asks for.
 */
final class PictureFiles {
  private static final Pattern OURS =
      Pattern.compile("/media/([0-9a-f]{64})-[0-9]{1,5}\\.(webp|jpg)");
  private static final Pattern WEB = Pattern.compile("(?i)(https?:)?//.*", Pattern.DOTALL);
  private static final Pattern SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

  private final Media media;
  private final Site site;

  PictureFiles(Media media, Site site) {
    this.media = media;
    this.site = site;
  }

  /**
   * Returns the picture that a story names, stored; empty if it lies on the web.
   *
   * @param origin where the story's file lies; null where it is no file
   * @param keep whether to store it; else it is only looked at
   * @throws Unfit if it cannot be had
   */
  Optional<Picture> find(NinjsPicture named, @Nullable Origin origin, boolean keep)
      throws IOException {
    Optional<String> hash = ours(named.href());
    if (hash.isPresent()) {
      StoredPicture stored =
          media.find(hash.get()).orElseThrow(() -> unfit(named, "is not here any more"));
      return Optional.of(picture(named, stored));
    }
    if (WEB.matcher(named.href()).matches()) {
      return Optional.empty();
    }
    if (origin == null) {
      throw unfit(named, "is no picture of this site: only an import can bring files");
    }
    byte[] file = read(named, origin);
    try {
      Picture picture = picture(named, keep ? media.store(file) : media.preview(file));
      if (keep) {
        media.remember(List.of(picture));
      }
      return Optional.of(picture);
    } catch (UnfitPicture e) {
      throw new Unfit(about(named) + " cannot be taken: " + e.getMessage(), e);
    }
  }

  /** Returns the hash of a picture that this site serves under the address. */
  private Optional<String> ours(String href) {
    String origin = String.valueOf(site.url());
    String path = href.startsWith(origin) ? href.substring(origin.length()) : href;
    Matcher matcher = OURS.matcher(path);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static byte[] read(NinjsPicture named, Origin origin) throws IOException {
    Path file = inside(named, origin);
    if (!Files.isRegularFile(file)) {
      throw unfit(named, "is not there");
    }
    // Links may lead out of the folder though the name does not.
    if (!file.toRealPath().startsWith(origin.root())) {
      throw outside(named);
    }
    if (!Files.isReadable(file)) {
      throw unfit(named, "cannot be read: change its permissions");
    }
    if (Files.size(file) > Media.LARGEST_FILE) {
      throw unfit(named, "has more than " + Media.LARGEST_FILE / 1_000_000 + " MB");
    }
    return Files.readAllBytes(file);
  }

  private static Path inside(NinjsPicture named, Origin origin) {
    String name = decoded(named);
    if (SCHEME.matcher(name).matches() || name.startsWith("/") || name.indexOf('\\') >= 0) {
      throw unfit(named, "is not a file's name relative to its story");
    }
    Path file;
    try {
      file = origin.folder().resolve(name).normalize();
    } catch (InvalidPathException e) {
      throw unfit(named, "is not a file's name");
    }
    if (!file.startsWith(origin.root())) {
      throw outside(named);
    }
    return file;
  }

  private static Unfit outside(NinjsPicture named) {
    return unfit(
        named, "lies outside of the folder that is imported: import the one that holds it");
  }

  /** An address writes spaces and letters beyond ASCII as their bytes. */
  private static String decoded(NinjsPicture named) {
    try {
      return URLDecoder.decode(named.href().replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return named.href(); // a name with a percent sign of its own
    }
  }

  private static Picture picture(NinjsPicture named, StoredPicture stored) {
    return new Picture(
        stored.hash(),
        stored.width(),
        stored.height(),
        stored.color(),
        named.alt(),
        named.caption(),
        named.credit());
  }

  private static Unfit unfit(NinjsPicture named, String what) {
    return new Unfit(about(named) + " " + what + ".");
  }

  private static String about(NinjsPicture named) {
    return "The picture “" + Fields.shortened(named.href()) + "”";
  }

  /** Returns the note about a picture that was left out because it lies on the web. */
  static String note(List<NinjsPicture> left) {
    return left.size() == 1
        ? about(left.getFirst()) + " was left out: nothing is fetched from the web."
        : left.size() + " pictures were left out: nothing is fetched from the web.";
  }
}
