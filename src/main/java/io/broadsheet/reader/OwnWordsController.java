package io.broadsheet.reader;

import io.broadsheet.accounts.Reader;
import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.comments.Comment;
import io.broadsheet.comments.CommentHtml;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.Edited;
import io.broadsheet.comments.Moderation;
import io.broadsheet.comments.ReportLimits;
import io.broadsheet.comments.State;
import io.broadsheet.comments.Votes;
import io.broadsheet.reader.view.Link;
import io.broadsheet.reader.view.OneComment;
import io.broadsheet.reader.view.Spoken;
import io.broadsheet.reader.view.Talk;
import io.broadsheet.settings.Language;
import io.broadsheet.web.ClientAddress;
import io.broadsheet.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /reader/comments/ID}: a comment, and what can be done with it without script. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/reader/comments/{id:[1-9][0-9]{0,17}}")
final class OwnWordsController {
  private final House house;
  private final Articles articles;
  private final Comments comments;
  private final Votes votes;
  private final Moderation moderation;
  private final ReportLimits reports;
  private final ReaderCookie cookie;
  private final TalkParts talk;
  private final PersonalPages pages;

  OwnWordsController(
      House house,
      Articles articles,
      Comments comments,
      Votes votes,
      Moderation moderation,
      ReportLimits reports,
      ReaderCookie cookie,
      TalkParts talk,
      PersonalPages pages) {
    this.house = house;
    this.articles = articles;
    this.comments = comments;
    this.votes = votes;
    this.moderation = moderation;
    this.reports = reports;
    this.cookie = cookie;
    this.talk = talk;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<byte[]> look(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String lang,
      HttpServletRequest request) {
    long reader = cookie.reader(request).map(Reader::id).orElse(0L);
    return page(HttpStatus.OK, found(id, reader), reader, pages.language(lang));
  }

  @PostMapping
  ResponseEntity<byte[]> act(
      @PathVariable long id,
      @RequestParam("do") String act,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable String lang,
      HttpServletRequest request,
      HttpServletResponse response) {
    Reader reader = cookie.admit(request, response);
    Comment comment = found(id, reader.id());
    Language language = pages.language(lang);
    ResponseEntity<byte[]> answer =
        switch (act) {
          case "up", "down", "none" -> vote(comment, reader, act, language, request);
          case "edit" -> edit(comment, reader, text, language);
          case "delete" -> {
            comments.delete(id, reader.id());
            yield told(language, "one.deleted", comment);
          }
          case "report" -> report(comment, reader, text, language, request);
          case "appeal" ->
              told(
                  language,
                  moderation.appeal(id, reader.id(), text) ? "one.appealed" : "one.appealed.not",
                  comment);
          default ->
              throw new ResponseStatusException(
                  HttpStatus.BAD_REQUEST, "Choose one of the buttons of the page.");
        };
    // Whoever is led back sees it there.
    talk.refresh(comment.article());
    return answer;
  }

  private ResponseEntity<byte[]> report(
      Comment comment, Reader reader, String text, Language language, HttpServletRequest request) {
    Optional<Integer> wait = reports.take(ClientAddress.network(request));
    if (wait.isPresent()) {
      return later(wait.get(), comment, language);
    }
    moderation.report(comment.id(), reader.id(), text);
    return told(language, "one.reported", comment);
  }

  private ResponseEntity<byte[]> later(int seconds, Comment comment, Language language) {
    Words words = house.in(language).words();
    return spoken(
        HttpStatus.TOO_MANY_REQUESTS,
        language,
        words.text("spoken.not"),
        words.count("spoken.wait", seconds),
        comment);
  }

  private ResponseEntity<byte[]> vote(
      Comment comment, Reader reader, String act, Language language, HttpServletRequest request) {
    Votes.Vote vote =
        switch (act) {
          case "up" -> Votes.Vote.UP;
          case "down" -> Votes.Vote.DOWN;
          default -> Votes.Vote.NONE;
        };
    return switch (votes.vote(comment.id(), reader.id(), vote, ClientAddress.network(request))) {
      case Votes.Voted.Done(Comment now) -> page(HttpStatus.OK, now, reader.id(), language);
      case Votes.Voted.NoComment() -> throw missing();
      case Votes.Voted.Limited(int seconds) -> later(seconds, comment, language);
    };
  }

  private ResponseEntity<byte[]> edit(
      Comment comment, Reader reader, String text, Language language) {
    Words words = house.in(language).words();
    return switch (comments.edit(comment.id(), reader.id(), text)) {
      case Edited.Done(Comment now) -> page(HttpStatus.OK, now, reader.id(), language);
      case Edited.NotYours() -> throw missing();
      case Edited.TooLate() ->
          spoken(
              HttpStatus.CONFLICT,
              language,
              words.text("spoken.not"),
              words.text("one.late"),
              comment);
      case Edited.Unfit(var rule) ->
          spoken(
              HttpStatus.UNPROCESSABLE_CONTENT,
              language,
              words.text("spoken.not"),
              TalkController.sentence(words, rule, 0),
              comment);
    };
  }

  private ResponseEntity<byte[]> told(Language language, String key, Comment comment) {
    Words words = house.in(language).words();
    return spoken(HttpStatus.OK, language, words.text(key), words.text(key + ".text"), comment);
  }

  private ResponseEntity<byte[]> spoken(
      HttpStatus status, Language language, String title, String text, Comment comment) {
    Words words = house.in(language).words();
    return pages.page(
        status,
        language,
        title,
        "spoken",
        new Spoken(words, title, text, story(comment, "#comments"), null));
  }

  private ResponseEntity<byte[]> page(
      HttpStatus status, Comment comment, long reader, Language language) {
    House.Common common = house.in(language);
    Words words = common.words();
    boolean own = comment.reader() == reader;
    boolean shown = comment.state() == State.SHOWN;
    Talk.Said said =
        new Talk.Said(
            comment.id(),
            shown,
            comment.name(),
            null,
            "",
            common.dates().full(comment.at()),
            comment.edited() != null,
            CommentHtml.of(comment.text()),
            comment.ups(),
            comment.downs());
    OneComment view =
        new OneComment(
            words,
            comment.article(),
            said,
            story(comment, "#comments"),
            comment.text(),
            shown ? null : standing(words, comment),
            own,
            own && comments.isEditable(comment),
            own && comment.state() == State.REMOVED,
            shown && comments.isOpen(comment.article()));
    return pages.page(status, language, words.text("one.title"), "onecomment", view);
  }

  /** Says how a comment stands that not everybody sees. */
  static String standing(Words words, Comment comment) {
    return switch (comment.state()) {
      case SHOWN -> "";
      case HELD -> words.text("one.held");
      case DELETED -> words.text("one.deleted");
      case REMOVED ->
          comment.reason().isEmpty()
              ? words.text("one.removed")
              : words.text("one.removed.why", comment.reason());
    };
  }

  private Link story(Comment comment, String place) {
    Teaser story = articles.known(List.of(comment.article())).get(comment.article());
    if (story == null) {
      throw missing();
    }
    return Link.to(story.path() + place, story.headline());
  }

  private Comment found(long id, long reader) {
    return comments
        .find(id)
        .filter(one -> one.state() == State.SHOWN || one.reader() == reader)
        .filter(one -> one.state() != State.DELETED)
        .orElseThrow(OwnWordsController::missing);
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such comment.");
  }
}
