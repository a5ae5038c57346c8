package io.broadsheet.media;

import io.broadsheet.media.Renditions.Format;
import io.broadsheet.media.Renditions.Rendition;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code GET /media/HASH-WIDTH.webp} and {@code .jpg}: renditions, which never change under their
 * names.
 */
@RestController
class MediaController {
  private static final MediaType WEBP = MediaType.parseMediaType("image/webp");
  private static final CacheControl IMMUTABLE =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Media media;

  MediaController(Media media) {
    this.media = media;
  }

  @GetMapping("/media/{hash:[0-9a-f]{64}}-{width:[0-9]{1,5}}.webp")
  ResponseEntity<Resource> webp(
      @PathVariable String hash, @PathVariable int width, HttpServletResponse response)
      throws IOException, InterruptedException {
    return answer(new Rendition(hash, width, Format.WEBP), WEBP, response);
  }

  /** For programs that know no WebP, such as those that show links in messages. */
  @GetMapping("/media/{hash:[0-9a-f]{64}}-{width:[0-9]{1,5}}.jpg")
  ResponseEntity<Resource> jpeg(
      @PathVariable String hash, @PathVariable int width, HttpServletResponse response)
      throws IOException, InterruptedException {
    return answer(new Rendition(hash, width, Format.JPG), MediaType.IMAGE_JPEG, response);
  }

  private ResponseEntity<Resource> answer(
      Rendition wanted, MediaType type, HttpServletResponse response)
      throws IOException, InterruptedException {
    Optional<Path> file = file(wanted);
    if (file.isEmpty()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "There is no picture of this name in this width.");
    }
    // In the place of what the edge says of every answer, where a header of the entity would join
    // it.
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(IMMUTABLE)
        .body(new FileSystemResource(file.get()));
  }

  private Optional<Path> file(Rendition wanted) throws IOException, InterruptedException {
    try {
      return media.rendition(wanted);
    } catch (TimeoutException e) {
      throw new ResponseStatusException(
          HttpStatus.SERVICE_UNAVAILABLE, "The picture is being prepared: ask again.", e);
    }
  }
}
