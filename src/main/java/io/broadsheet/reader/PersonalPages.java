package io.broadsheet.reader;

import io.broadsheet.settings.Language;
import io.broadsheet.web.ContentEncoding;
import io.broadsheet.web.Templates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Pages for one reader alone, which no cache keeps and no search engine finds. */
final class PersonalPages {
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final House house;
  private final Frames frames;
  private final Assembly assembly;

  PersonalPages(House house, Templates templates, Shared shared) {
    this.house = house;
    this.frames = new Frames(house, shared);
    this.assembly = new Assembly(house, templates, shared);
  }

  /** Returns a page that a template fills. */
  ResponseEntity<byte[]> page(
      HttpStatus status, Language language, String title, String template, Object view) {
    Page page =
        assembly.alone(
            status.value(),
            language,
            frames.ofNoAddress(language, title),
            List.of(assembly.own(template, view)));
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", house.policy())
        .header("X-Robots-Tag", "noindex, nofollow")
        .body(page.join(ContentEncoding.IDENTITY).bytes());
  }

  /** Returns the site's language of this code, or else its first. */
  Language language(@Nullable String code) {
    return Language.of(code == null ? "" : code)
        .filter(house.languages()::contains)
        .orElse(house.languages().getFirst());
  }
}
