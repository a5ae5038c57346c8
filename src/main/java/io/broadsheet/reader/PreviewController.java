package io.broadsheet.reader;

import io.broadsheet.articles.Previews;
import io.broadsheet.web.ContentEncoding;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /preview/…}: shows who has the link a story before it is published. */
@RestController
@ConditionalOnWebApplication
final class PreviewController {
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final House house;
  private final Pages pages;
  private final Previews previews;

  PreviewController(House house, Pages pages, Previews previews) {
    this.house = house;
    this.pages = pages;
    this.previews = previews;
  }

  @GetMapping("/preview/{secret}")
  ResponseEntity<byte[]> preview(@PathVariable String secret) {
    Previews.Preview found =
        previews
            .open(secret)
            .filter(one -> house.languages().contains(one.article().language()))
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "This preview has expired, or there never was one: ask for a new link."));
    Page page = pages.preview(found.article(), found.expires());
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", house.policy())
        .header("X-Robots-Tag", "noindex, nofollow, noarchive")
        // The address is the secret, which the story's links must not tell to others.
        .header("Referrer-Policy", "no-referrer")
        .body(page.join(ContentEncoding.IDENTITY).bytes());
  }
}
