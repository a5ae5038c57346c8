package io.broadsheet.reader;

import io.broadsheet.reader.view.TopicBar;
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
  private final Templates templates;
  private final Frames frames;

  PersonalPages(House house, Templates templates, Shared shared) {
    this.house = house;
    this.templates = templates;
    this.frames = new Frames(house, shared);
  }

  /** Returns a page that a template fills. */
  ResponseEntity<byte[]> page(
      HttpStatus status, Language language, String title, String template, Object view) {
    House.Common common = house.in(language);
    Page page =
        new Page(
            status.value(),
            "",
            language,
            List.of(
                common.opening(),
                own("head", frames.ofNoAddress(language, title)),
                own("topics", new TopicBar(common.words(), List.of())),
                own(template, view),
                common.foot()));
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

  private Fragment own(String template, Object view) {
    return Fragment.of(templates.render(template, view));
  }
}
