package io.broadsheet.newsroom;

import io.broadsheet.articles.FrontPage;
import io.broadsheet.articles.FrontSaved;
import io.broadsheet.articles.FrontSlots;
import io.broadsheet.articles.InvalidArticle;
import io.broadsheet.newsroom.FrontDeskViews.Verdict;
import io.broadsheet.settings.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code /newsroom/front}: what stands first on the front page of each language.
 *
 * <p>An arrangement is tried out on the screen, where each button hands all of it in and gets it
 * back; readers see it when it is saved.
 */
@RestController
@RequestMapping("/newsroom/front")
@ConditionalOnWebApplication
final class FrontController {
  private final Newsroom newsroom;
  private final FrontDeskViews views;
  private final FrontSlots front;

  FrontController(Newsroom newsroom, FrontDeskViews views, FrontSlots front) {
    this.newsroom = newsroom;
    this.views = views;
    this.front = front;
  }

  @GetMapping
  ResponseEntity<String> desk(
      @RequestParam(required = false) @Nullable String edition,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    Language language = language(edition, visit);
    FrontForm form = FrontForm.of(front.open(language), visit.texts());
    return screen(response, visit, language, form, Verdict.NONE, HttpStatus.OK);
  }

  /** Does what a button says, such as {@code up:17}, with the arrangement on the screen. */
  @PostMapping
  ResponseEntity<String> arrange(
      @RequestParam String edition,
      @RequestParam String op,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    FrontForm form = FrontForm.of(request);
    int colon = op.indexOf(':');
    FrontForm arranged =
        switch (colon < 0 ? op : op.substring(0, colon)) {
          case "show" -> form;
          case "up" -> form.moved(story(op, colon), -1);
          case "down" -> form.moved(story(op, colon), 1);
          case "add" -> form.with(story(op, colon));
          case "remove" -> form.without(story(op, colon));
          default -> throw StoriesController.nothing();
        };
    return screen(response, visit, language(edition, visit), arranged, Verdict.NONE, HttpStatus.OK);
  }

  /** Shows readers the arrangement on the screen. */
  @PostMapping(params = "op=save")
  ResponseEntity<?> save(
      @RequestParam String edition, HttpServletRequest request, HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    Language language = language(edition, visit);
    FrontForm form = FrontForm.of(request);
    Optional<String> fault = fault(form, visit.texts());
    if (fault.isPresent()) {
      Verdict refused = new Verdict(fault.get(), null);
      return screen(response, visit, language, form, refused, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      return switch (front.save(
          language, form.version(), form.slots(visit.texts()), StoriesController.writer(request))) {
        case FrontSaved.Kept _ -> StoriesController.to(FrontDeskViews.address(language));
        case FrontSaved.Overtaken(FrontPage theirs) ->
            // What its editor saves after that is over what they were shown.
            overtaken(response, visit, language, form.seen(theirs.version()), "front.overtaken");
      };
    } catch (InvalidArticle e) {
      throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), e);
    }
  }

  /** Takes the last saving back. */
  @PostMapping(params = "op=undo")
  ResponseEntity<?> undo(
      @RequestParam String edition, HttpServletRequest request, HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    Language language = language(edition, visit);
    long seen = FrontForm.of(request).version();
    return switch (front.undo(language, seen, StoriesController.writer(request))) {
      case FrontSaved.Kept _ -> StoriesController.to(FrontDeskViews.address(language));
      case FrontSaved.Overtaken(FrontPage theirs) ->
          overtaken(
              response,
              visit,
              language,
              FrontForm.of(theirs, visit.texts()),
              "front.overtaken.undo");
    };
  }

  private static Optional<String> fault(FrontForm form, Texts texts) {
    if (form.lines().size() > FrontPage.MOST) {
      return Optional.of(texts.text("front.full", FrontPage.MOST));
    }
    return form.slots(texts).size() < form.lines().size()
        ? Optional.of(texts.text("front.times"))
        : Optional.empty();
  }

  private ResponseEntity<String> overtaken(
      HttpServletResponse response, Visit visit, Language language, FrontForm form, String word) {
    return screen(response, visit, language, form, new Verdict(null, word), HttpStatus.CONFLICT);
  }

  private ResponseEntity<String> screen(
      HttpServletResponse response,
      Visit visit,
      Language language,
      FrontForm form,
      Verdict verdict,
      HttpStatus status) {
    ResponseEntity<String> screen =
        newsroom.screen(response, "front", views.desk(visit, language, form, verdict));
    return ResponseEntity.status(status).headers(screen.getHeaders()).body(screen.getBody());
  }

  private static long story(String op, int colon) {
    return FrontForm.number(op.substring(colon + 1));
  }

  /** Returns the language that is asked for, else the one of the visit where the site has it. */
  private Language language(@Nullable String edition, Visit visit) {
    List<Language> ours = newsroom.site().languages();
    Language asked = AudienceController.edition(edition);
    if (asked == null) {
      Language own = visit.texts().language();
      return ours.contains(own) ? own : ours.getFirst();
    }
    if (!ours.contains(asked)) {
      throw StoriesController.nothing();
    }
    return asked;
  }
}
