package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.DraftSaved;
import io.broadsheet.articles.Drafts;
import io.broadsheet.articles.Gap;
import io.broadsheet.articles.InvalidArticle;
import io.broadsheet.articles.Release;
import io.broadsheet.articles.Released;
import io.broadsheet.articles.State;
import io.broadsheet.media.Media;
import io.broadsheet.newsroom.view.StoryEdit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What is done with a story on its screen: keeping, reviewing, publishing, taking back. */
@RestController
@RequestMapping("/newsroom/stories/{id:[1-9][0-9]{0,17}}")
@ConditionalOnWebApplication
final class DraftController {
  private static final int LONGEST_BREAKING = 12;

  private final Newsroom newsroom;
  private final WritingViews views;
  private final Articles articles;
  private final Drafts drafts;
  private final Media media;
  private final JsonMapper json;
  private final Merging merging;
  private final InstantSource clock;

  DraftController(
      Newsroom newsroom,
      WritingViews views,
      Articles articles,
      Drafts drafts,
      Media media,
      JsonMapper json,
      InstantSource clock) {
    this.clock = clock;
    this.newsroom = newsroom;
    this.views = views;
    this.articles = articles;
    this.drafts = drafts;
    this.media = media;
    this.json = json;
    this.merging = new Merging(json);
  }

  /** What the screen hands in. */
  record Written(long version, long basedOn, StoryForm story) {
    Written {
      Objects.requireNonNull(story, "story");
    }

    Draft.Mark seen() {
      return new Draft.Mark(version, basedOn);
    }
  }

  /** Keeps what was written; answers 409 with what somebody else wrote meanwhile. */
  @PutMapping("/draft")
  ResponseEntity<DraftAnswer> keep(
      @PathVariable long id,
      @RequestBody byte[] body,
      HttpServletRequest request,
      HttpServletResponse response) {
    Article article = article(id);
    Visit visit = newsroom.visit(request, response);
    Texts texts = visit.texts();
    Draft before = admit(visit, Permission.WRITE, id);
    Handed handed = written(body, article, before);
    return switch (drafts.save(
        id, handed.seen(), handed.content(), StoriesController.writer(request))) {
      case DraftSaved.Kept(Draft kept) -> {
        media.remember(kept.content().pictures());
        yield ResponseEntity.ok(answer(kept, null, List.of(), texts));
      }
      case DraftSaved.Overtaken(Content base, Draft theirs) ->
          ResponseEntity.status(HttpStatus.CONFLICT)
              .body(
                  answer(
                      theirs,
                      StoryForm.of(theirs.content()),
                      merging.merge(base, handed.content(), theirs.content(), texts),
                      texts));
      case DraftSaved.Missing() -> throw StoriesController.nothing();
    };
  }

  /** What was handed in, as it is to be stored. */
  private record Handed(Draft.Mark seen, Content content) {}

  private Handed written(byte[] body, Article article, Draft before) {
    try {
      Written written = json.readValue(body, Written.class);
      return new Handed(
          written.seen(),
          written
              .story()
              .content(articles.topics(article.language()), before.content().corrections()));
    } catch (InvalidArticle e) {
      throw unfit(e.getMessage());
    } catch (JacksonException e) {
      throw unfit(reason(e));
    }
  }

  /**
   * Puts what was written together with the article, where that has changed since the draft began.
   */
  @PostMapping("/merge")
  DraftAnswer merge(
      @PathVariable long id,
      @RequestBody byte[] body,
      HttpServletRequest request,
      HttpServletResponse response) {
    Article article = article(id);
    Visit visit = newsroom.visit(request, response);
    Draft draft = admit(visit, Permission.WRITE, id);
    Content mine = written(body, article, draft).content();
    Content base = drafts.outdatedBase(id).orElseThrow(StoriesController::nothing);
    return new DraftAnswer(
        draft.mark().version(),
        article.version(),
        visit.texts().second(article.updated()),
        "",
        views.gaps(draft.content(), visit.texts()),
        StoryForm.of(article.content()),
        merging.merge(base, mine, article.content(), visit.texts()));
  }

  /** Publishes a story now or at a time, once what it lacks was asked about. */
  @PostMapping("/release")
  ResponseEntity<?> release(
      @PathVariable long id,
      @RequestParam long version,
      @RequestParam long basedOn,
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "") String embargo,
      @RequestParam(defaultValue = "") String correction,
      @RequestParam(defaultValue = "false") boolean confirmed,
      HttpServletRequest request,
      HttpServletResponse response) {
    Article article = article(id);
    Visit visit = newsroom.visit(request, response);
    Texts texts = visit.texts();
    Draft draft = admit(visit, Permission.PUBLISH, id);
    boolean asks = Gap.of(draft.content()).stream().anyMatch(gap -> !gap.bars());
    if (asks && !confirmed && article.state() != State.PUBLISHED) {
      StoryEdit.Question question =
          new StoryEdit.Question(views.questions(draft.content(), texts), at, embargo, correction);
      return newsroom.screen(response, "edit", views.edit(visit, article, draft, question));
    }
    Release release =
        new Release(
            time(at, texts),
            time(embargo, texts),
            article.expires(),
            correction.isBlank() ? null : correction.strip());
    return switch (drafts.release(
        id, new Draft.Mark(version, basedOn), release, visit.member().name())) {
      case Released.Done _ -> StoriesController.to(WritingViews.address(id));
      case Released.Unfinished _ ->
          newsroom.screen(response, "edit", views.edit(visit, article, draft, null));
      case Released.Overtaken _ -> newer(id);
      case Released.Missing() -> throw StoriesController.nothing();
    };
  }

  /** Sends a draft to review or back to its writer. */
  @PostMapping("/stage")
  ResponseEntity<Void> move(
      @PathVariable long id,
      @RequestParam long version,
      @RequestParam long basedOn,
      @RequestParam String stage,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    admit(visit, Permission.WRITE, id);
    Draft.Stage wanted =
        switch (stage) {
          case "review" -> Draft.Stage.REVIEW;
          case "writing" -> Draft.Stage.WRITING;
          default -> throw StoriesController.nothing();
        };
    return switch (drafts.move(
        id, new Draft.Mark(version, basedOn), wanted, visit.member().name())) {
      case DraftSaved.Kept _ -> StoriesController.to(WritingViews.address(id));
      case DraftSaved.Overtaken _ -> newer(id);
      case DraftSaved.Missing() -> throw StoriesController.nothing();
    };
  }

  /** Takes a story away from its readers, or off its schedule. */
  @PostMapping("/retract")
  ResponseEntity<Void> retract(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String word,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    admit(visit, Permission.PUBLISH, id);
    State to = article(id).state() == State.PUBLISHED ? State.WITHDRAWN : State.DRAFT;
    try {
      drafts.retract(id, to, word.strip(), visit.member().name());
    } catch (InvalidArticle e) {
      throw unfit(e.getMessage());
    }
    return StoriesController.to(WritingViews.address(id));
  }

  /** Puts a published story above every page for a while, or takes it from there. */
  @PostMapping("/breaking")
  ResponseEntity<Void> breaking(
      @PathVariable long id,
      @RequestParam int hours,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    admit(visit, Permission.LEAD, id);
    if (hours < 0 || hours > LONGEST_BREAKING || article(id).state() != State.PUBLISHED) {
      throw StoriesController.nothing();
    }
    Instant until = hours == 0 ? null : clock.instant().plus(Duration.ofHours(hours));
    try {
      drafts.breaking(id, until, visit.member().name());
    } catch (InvalidArticle e) {
      throw unfit(visit.texts().text("edit.toolate"));
    }
    return StoriesController.to(WritingViews.address(id));
  }

  /** Throws away what was written since the story was last published. */
  @PostMapping("/discard")
  ResponseEntity<Void> discard(
      @PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    admit(visit, Permission.WRITE, id);
    if (drafts.discard(id, visit.member().name()).isEmpty()) {
      throw StoriesController.nothing();
    }
    return StoriesController.to(WritingViews.address(id));
  }

  /** Returns what is written of a story that the visitor may do this to. */
  private Draft admit(Visit visit, Permission permission, long id) {
    Draft draft = drafts.open(id).orElseThrow(StoriesController::nothing);
    visit.admit(permission, draft.content());
    return draft;
  }

  private Article article(long id) {
    return articles.get(id).orElseThrow(StoriesController::nothing);
  }

  private DraftAnswer answer(
      Draft draft, @Nullable StoryForm theirs, List<Merging.Field> merge, Texts texts) {
    return new DraftAnswer(
        draft.mark().version(),
        draft.mark().basedOn(),
        texts.second(draft.at()),
        draft.by(),
        views.gaps(draft.content(), texts),
        theirs,
        merge);
  }

  /** Returns the time that a date field holds, by the site's clock; null if it is empty. */
  static @Nullable Instant time(String local, Texts texts) {
    try {
      return local.isBlank() ? null : LocalDateTime.parse(local).atZone(texts.zone()).toInstant();
    } catch (DateTimeException e) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "“" + local + "” is not a date and time.", e);
    }
  }

  private static String reason(JacksonException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidArticle invalid) {
        return String.valueOf(invalid.getMessage());
      }
    }
    return "That is not a story: " + e.getOriginalMessage();
  }

  private static ResponseStatusException unfit(@Nullable String reason) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
  }

  /** Leads to the story as it stands now, and says why nothing was done. */
  static ResponseEntity<Void> newer(long id) {
    return StoriesController.to(WritingViews.address(id) + WritingViews.NEWER);
  }
}
