package io.broadsheet.newsroom;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.audience.Window;
import io.broadsheet.settings.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /newsroom/audience}: what is read at this moment and was read before. */
@RestController
@ConditionalOnWebApplication
final class AudienceController {
  private final Newsroom newsroom;
  private final AudienceViews views;
  private final Articles articles;

  AudienceController(Newsroom newsroom, AudienceViews views, Articles articles) {
    this.newsroom = newsroom;
    this.views = views;
    this.articles = articles;
  }

  @GetMapping("/newsroom/audience")
  ResponseEntity<String> board(
      @RequestParam(required = false) @Nullable String edition,
      @RequestParam(required = false) @Nullable String span,
      HttpServletRequest request,
      HttpServletResponse response) {
    return newsroom.screen(
        response,
        "audience",
        views.board(newsroom.visit(request, response), edition(edition), window(span)));
  }

  @GetMapping("/newsroom/audience/{id:[1-9][0-9]{0,17}}")
  ResponseEntity<String> story(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String span,
      HttpServletRequest request,
      HttpServletResponse response) {
    Article article = articles.get(id).orElseThrow(AudienceController::nothing);
    return newsroom.screen(
        response, "story", views.story(newsroom.visit(request, response), article, window(span)));
  }

  /**
   * Returns the language of the stories that are asked for; null for all.
   *
   * @throws ResponseStatusException if there is no such edition
   */
  static @Nullable Language edition(@Nullable String code) {
    return code == null || code.isEmpty()
        ? null
        : Language.of(code).orElseThrow(AudienceController::nothing);
  }

  private static Window window(@Nullable String code) {
    return code == null
        ? Window.DAY
        : Window.of(code)
            .filter(HourCharts.windows()::contains)
            .orElseThrow(AudienceController::nothing);
  }

  private static ResponseStatusException nothing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing is there.");
  }
}
