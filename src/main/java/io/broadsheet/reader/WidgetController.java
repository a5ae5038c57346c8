package io.broadsheet.reader;

import io.broadsheet.web.ContentEncoding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /{lang}/rates/widget}: the one page of ours that other sites may show in theirs. */
@RestController
@ConditionalOnWebApplication
final class WidgetController {
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final RateParts parts;
  private final PersonalPages personal;

  WidgetController(RateParts parts, PersonalPages personal) {
    this.parts = parts;
    this.personal = personal;
  }

  @GetMapping("/{code:[a-z]{2}}/rates/widget")
  ResponseEntity<byte[]> widget(@PathVariable String code) {
    Page page =
        new Page(200, "", personal.language(code), List.of(parts.widget(personal.language(code))));
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
        .header("Content-Security-Policy", parts.widgetPolicy())
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header("X-Robots-Tag", "noindex")
        .body(page.join(ContentEncoding.IDENTITY).bytes());
  }
}
