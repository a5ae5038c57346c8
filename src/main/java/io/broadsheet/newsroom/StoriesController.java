package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Body;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.Drafts;
import io.broadsheet.settings.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /newsroom/stories}: what the newsroom works at, and the screen of each story. */
@RestController
@ConditionalOnWebApplication
final class StoriesController {
  private static final int LAST_PAGE = 10_000;

  private final Newsroom newsroom;
  private final WritingViews views;
  private final StoryDeskViews desk;
  private final Articles articles;
  private final Drafts drafts;

  StoriesController(
      Newsroom newsroom,
      WritingViews views,
      StoryDeskViews desk,
      Articles articles,
      Drafts drafts) {
    this.newsroom = newsroom;
    this.views = views;
    this.desk = desk;
    this.articles = articles;
    this.drafts = drafts;
  }

  /** The newsroom begins with the first of its parts that the visitor may see. */
  @GetMapping({"/newsroom", "/newsroom/"})
  ResponseEntity<Void> enter(HttpServletRequest request, HttpServletResponse response) {
    return to(Newsroom.home(newsroom.visit(request, response)));
  }

  @GetMapping("/newsroom/stories")
  ResponseEntity<String> desk(
      @RequestParam(defaultValue = "") String list,
      @RequestParam(required = false) @Nullable String edition,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "") String done,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (page < 1 || page > LAST_PAGE) {
      throw nothing();
    }
    DeskFilter filter =
        DeskFilter.of(list, AudienceController.edition(edition), q, topic, mine, page)
            .orElseThrow(StoriesController::nothing);
    return newsroom.screen(
        response, "desk", desk.desk(newsroom.visit(request, response), filter, done));
  }

  /** Begins a story in a language. */
  @PostMapping("/newsroom/stories")
  ResponseEntity<Void> begin(@RequestParam String language, HttpServletRequest request) {
    Language chosen = Language.of(language).orElseThrow(StoriesController::nothing);
    if (!newsroom.site().languages().contains(chosen)) {
      throw nothing();
    }
    return to(WritingViews.address(drafts.begin(chosen, blank(), writer(request))));
  }

  @GetMapping("/newsroom/stories/{id:[1-9][0-9]{0,17}}")
  ResponseEntity<String> edit(
      @PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
    Article article = articles.get(id).orElseThrow(StoriesController::nothing);
    Draft draft = drafts.open(id).orElseThrow(StoriesController::nothing);
    Visit visit = newsroom.visit(request, response);
    visit.admit(Permission.WRITE, draft.content());
    return newsroom.screen(response, "edit", views.edit(visit, article, draft, null));
  }

  /** Returns who is at work, as drafts name them. */
  static String writer(HttpServletRequest request) {
    String name = request.getRemoteUser();
    return name == null ? "" : name;
  }

  static ResponseEntity<Void> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }

  static ResponseStatusException nothing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing is there.");
  }

  private static Content blank() {
    return new Content(
        null,
        "",
        "",
        Body.of(List.of()),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of());
  }
}
