package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.Drafts;
import io.broadsheet.articles.InvalidArticle;
import io.broadsheet.articles.Previews;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code …/previews}: makes links for outsiders to what is not published, and ends them. */
@RestController
@RequestMapping("/newsroom/stories/{id:[1-9][0-9]{0,17}}/previews")
@ConditionalOnWebApplication
final class PreviewLinkController {
  private final Newsroom newsroom;
  private final WritingViews views;
  private final Articles articles;
  private final Drafts drafts;
  private final Previews previews;

  PreviewLinkController(
      Newsroom newsroom, WritingViews views, Articles articles, Drafts drafts, Previews previews) {
    this.newsroom = newsroom;
    this.views = views;
    this.articles = articles;
    this.drafts = drafts;
    this.previews = previews;
  }

  /** Makes a link, which is shown this once. */
  @PostMapping
  ResponseEntity<String> make(
      @PathVariable long id,
      @RequestParam int days,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    Article article = articles.get(id).orElseThrow(StoriesController::nothing);
    Draft draft = admit(visit, id);
    String secret;
    try {
      secret = previews.make(id, Duration.ofDays(days), visit.member().name());
    } catch (InvalidArticle e) {
      throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
    }
    String origin =
        newsroom.site().url() == null
            ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
            : newsroom.site().url().toString();
    return newsroom.screen(
        response, "edit", views.edit(visit, article, draft, null, origin + "/preview/" + secret));
  }

  @PostMapping("/{name:[0-9a-f]{64}}/end")
  ResponseEntity<Void> end(
      @PathVariable long id,
      @PathVariable String name,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    admit(visit, id);
    if (!previews.end(id, name, visit.member().name())) {
      throw StoriesController.nothing();
    }
    return StoriesController.to(WritingViews.address(id));
  }

  private Draft admit(Visit visit, long id) {
    Draft draft = drafts.open(id).orElseThrow(StoriesController::nothing);
    visit.admit(Permission.WRITE, draft.content());
    return draft;
  }
}
