package io.broadsheet.reader;

import io.broadsheet.accounts.Reader;
import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.comments.Comment;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.State;
import io.broadsheet.reactions.Reactions;
import io.broadsheet.reader.view.Link;
import io.broadsheet.reader.view.Mine;
import io.broadsheet.reader.view.Spoken;
import io.broadsheet.settings.Language;
import io.broadsheet.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /reader}: all that a reader has said, to see, to take along and to delete. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/reader")
final class OwnDataController {
  private static final int MOST = 10_000;

  private final House house;
  private final Articles articles;
  private final Comments comments;
  private final Reactions reactions;
  private final ReaderCookie cookie;
  private final TalkParts talk;
  private final PersonalPages pages;

  OwnDataController(
      House house,
      Articles articles,
      Comments comments,
      Reactions reactions,
      ReaderCookie cookie,
      TalkParts talk,
      PersonalPages pages) {
    this.house = house;
    this.articles = articles;
    this.comments = comments;
    this.reactions = reactions;
    this.cookie = cookie;
    this.talk = talk;
    this.pages = pages;
  }

  /** What a reader takes along. */
  record Export(List<Said> comments, List<Given> reactions) {
    /** A comment of that reader. */
    record Said(
        long id,
        long article,
        @Nullable Long parent,
        String name,
        String text,
        String state,
        Instant at,
        @Nullable Instant edited) {}

    /** A reaction of that reader. */
    record Given(long article, String emoji, Instant at) {}
  }

  @GetMapping
  ResponseEntity<byte[]> mine(
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
    Language language = pages.language(lang);
    House.Common common = house.in(language);
    Words words = common.words();
    Optional<Reader> reader = cookie.reader(request);
    List<Comment> said = reader.map(this::said).orElseGet(List::of);
    List<Reactions.Own> given = reader.map(one -> reactions.ofReader(one.id())).orElseGet(List::of);
    Map<Long, Teaser> stories =
        articles.known(
            Stream.concat(
                    said.stream().map(Comment::article), given.stream().map(Reactions.Own::article))
                .collect(Collectors.toSet()));
    Mine view =
        new Mine(
            words,
            reader.map(Reader::name).orElse(""),
            said.stream()
                .map(
                    one ->
                        new Mine.Comment(
                            one.id(),
                            link(stories, one.article(), "#comments"),
                            common.dates().full(one.at()),
                            one.text(),
                            OwnWordsController.standing(words, one)))
                .toList(),
            given.stream()
                .map(
                    one ->
                        new Mine.Reaction(
                            one.article(), link(stories, one.article(), ""), one.emoji()))
                .toList());
    return pages.page(HttpStatus.OK, language, words.text("mine.title"), "mine", view);
  }

  @GetMapping("/export")
  ResponseEntity<Export> export(HttpServletRequest request) {
    Optional<Reader> reader = cookie.reader(request);
    List<Comment> said = reader.map(this::said).orElseGet(List::of);
    List<Reactions.Own> given = reader.map(one -> reactions.ofReader(one.id())).orElseGet(List::of);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"discussion.json\"")
        .body(
            new Export(
                said.stream()
                    .map(
                        one ->
                            new Export.Said(
                                one.id(),
                                one.article(),
                                one.parent(),
                                one.name(),
                                one.text(),
                                one.state().code(),
                                one.at(),
                                one.edited()))
                    .toList(),
                given.stream()
                    .map(one -> new Export.Given(one.article(), one.emoji(), one.at()))
                    .toList()));
  }

  @PostMapping("/delete")
  ResponseEntity<byte[]> delete(
      @RequestParam(defaultValue = "") String sure,
      @RequestParam(required = false) @Nullable String lang,
      HttpServletRequest request,
      HttpServletResponse response) {
    Language language = pages.language(lang);
    if (!sure.equals("yes")) {
      return TalkController.seeOther("/reader?lang=" + language.code());
    }
    Optional<Reader> reader = cookie.reader(request);
    if (reader.isPresent()) {
      List<Comment> said = said(reader.get());
      List<Reactions.Own> given = reactions.ofReader(reader.get().id());
      comments.deleteAll(reader.get().id());
      reactions.takeAllBack(reader.get().id());
      said.stream().map(Comment::article).distinct().forEach(talk::refresh);
      given.stream().map(Reactions.Own::article).distinct().forEach(talk::refresh);
      cookie.clear(response);
    }
    Words words = house.in(language).words();
    Spoken told =
        new Spoken(
            words,
            words.text("mine.deleted"),
            words.text("mine.deleted.text"),
            Link.to(House.home(language), words.text("home")),
            null);
    return pages.page(HttpStatus.OK, language, words.text("mine.deleted"), "spoken", told);
  }

  private List<Comment> said(Reader reader) {
    return comments.ofReader(reader.id(), MOST).stream()
        .filter(one -> one.state() != State.DELETED)
        .toList();
  }

  private static Link link(Map<Long, Teaser> stories, long article, String place) {
    Teaser story = stories.get(article);
    return story == null ? Link.to("/", "/") : Link.to(story.path() + place, story.headline());
  }
}
