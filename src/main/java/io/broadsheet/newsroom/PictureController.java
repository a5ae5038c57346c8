package io.broadsheet.newsroom;

import io.broadsheet.articles.Picture;
import io.broadsheet.media.Media;
import io.broadsheet.media.PictureFetch;
import io.broadsheet.media.PictureWords;
import io.broadsheet.media.StoredPicture;
import io.broadsheet.media.Unfetched;
import io.broadsheet.media.UnfitPicture;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code POST /newsroom/pictures}: takes in a picture, the file itself being the body, or its
 * address.
 *
 * <p>What kind of file it is its bytes say; its name and the type it is sent as are not looked at.
 */
@RestController
@ConditionalOnWebApplication
final class PictureController {
  /** As many files as may be in memory at a time; one of them is decoded. */
  private static final int TOGETHER = 4;

  private static final int SHOWN = 24;

  private final Newsroom newsroom;
  private final Media media;
  private final PictureFetch fetch;
  private final Semaphore places = new Semaphore(TOGETHER);

  PictureController(Newsroom newsroom, Media media, PictureFetch fetch) {
    this.newsroom = newsroom;
    this.media = media;
    this.fetch = fetch;
  }

  /**
   * What the screen needs of a picture that was taken in.
   *
   * @param picture as stories hold it, with what its file says about it
   * @param src the path of its narrowest rendition
   */
  record Taken(Picture picture, String src) {}

  @PostMapping("/newsroom/pictures")
  ResponseEntity<Taken> take(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Texts texts = newsroom.visit(request, response).texts();
    if (request.getContentLengthLong() > Media.LARGEST_FILE) {
      throw refusal(HttpStatus.CONTENT_TOO_LARGE, UnfitPicture.Reason.HEAVY, texts);
    }
    return take(() -> request.getInputStream().readNBytes(Media.LARGEST_FILE + 1), texts);
  }

  /** Takes in what is at an address of the public web. */
  @PostMapping(
      path = "/newsroom/pictures",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
      params = "address")
  ResponseEntity<Taken> take(
      @RequestParam String address, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Texts texts = newsroom.visit(request, response).texts();
    return take(() -> fetched(address, texts), texts);
  }

  /**
   * What was found among the pictures that there are.
   *
   * @param more whether there are others after these
   */
  record Shelf(List<Taken> pictures, boolean more) {}

  /**
   * Finds pictures that were used before.
   *
   * @param q words of what was said of them; empty for all
   * @param from how many are left out
   */
  @GetMapping("/newsroom/pictures")
  ResponseEntity<Shelf> find(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int from) {
    List<Picture> found = media.used(q, Math.max(0, from), SHOWN + 1);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Shelf(
                found.stream().limit(SHOWN).map(PictureController::taken).toList(),
                found.size() > SHOWN));
  }

  private static Taken taken(Picture picture) {
    return new Taken(picture, picture.path(picture.renditions().getFirst()));
  }

  /** Tells how far the renditions of a picture have come. */
  @GetMapping("/newsroom/pictures/{hash:[0-9a-f]{64}}/progress")
  ResponseEntity<Media.Progress> progress(@PathVariable String hash) {
    return media
        .progress(hash)
        .map(now -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(now))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private byte[] fetched(String address, Texts texts) throws UnfitPicture {
    try {
      return fetch.fetch(address);
    } catch (Unfetched e) {
      String word = "picture.fetch." + e.reason().name().toLowerCase(Locale.ROOT);
      throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, texts.text(word), e);
    }
  }

  /** Where the bytes come from. */
  private interface Origin {
    byte[] read() throws IOException, UnfitPicture;
  }

  private ResponseEntity<Taken> take(Origin origin, Texts texts) throws IOException {
    if (!places.tryAcquire()) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, texts.text("picture.busy"));
    }
    try {
      byte[] file = origin.read();
      StoredPicture stored = media.store(file);
      PictureWords words = PictureWords.of(file);
      Picture picture =
          new Picture(
              stored.hash(),
              stored.width(),
              stored.height(),
              stored.color(),
              "",
              words.caption(),
              words.credit());
      return ResponseEntity.status(HttpStatus.CREATED).body(taken(picture));
    } catch (UnfitPicture e) {
      throw refusal(status(e.reason()), e.reason(), texts);
    } finally {
      places.release();
    }
  }

  private static HttpStatus status(UnfitPicture.Reason reason) {
    return switch (reason) {
      case HEAVY -> HttpStatus.CONTENT_TOO_LARGE;
      case SVG, OTHER -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case VAST, DAMAGED -> HttpStatus.UNPROCESSABLE_CONTENT;
    };
  }

  private static ResponseStatusException refusal(
      HttpStatus status, UnfitPicture.Reason reason, Texts texts) {
    return new ResponseStatusException(
        status, texts.text("picture." + reason.name().toLowerCase(Locale.ROOT)));
  }
}
