package io.broadsheet.reader;

import io.broadsheet.accounts.Reader;
import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.comments.Attempt;
import io.broadsheet.comments.Comment;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.Outcome;
import io.broadsheet.comments.Rule;
import io.broadsheet.reactions.Answer;
import io.broadsheet.reactions.Reactions;
import io.broadsheet.reader.view.Link;
import io.broadsheet.reader.view.Spoken;
import io.broadsheet.settings.Language;
import io.broadsheet.web.ClientAddress;
import io.broadsheet.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The forms by which readers comment and react, with or without script. */
@RestController
@ConditionalOnWebApplication
final class TalkController {
  private final House house;
  private final Articles articles;
  private final Comments comments;
  private final Reactions reactions;
  private final ReaderCookie cookie;
  private final TalkParts talk;
  private final PersonalPages pages;

  TalkController(
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

  /** Pressing what one has pressed before takes it back. */
  @PostMapping("/reader/reactions")
  ResponseEntity<byte[]> react(
      @RequestParam long article,
      @RequestParam String emoji,
      @RequestParam(required = false) @Nullable String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    Teaser story = story(article);
    Reader reader = cookie.admit(request, response);
    long network = ClientAddress.network(request);
    boolean again = reactions.of(article, reader.id()).filter(emoji::equals).isPresent();
    Answer answer =
        again
            ? reactions.takeBack(article, reader.id(), network)
            : reactions.react(article, reader.id(), emoji, network);
    Language language = story.language();
    Words words = house.in(language).words();
    return switch (answer) {
      case Answer.Done _ -> {
        // Whoever is led back sees it there.
        talk.refresh(article);
        yield "mine".equals(back)
            ? seeOther("/reader?lang=" + language.code())
            : seeOther(story.path() + "#react");
      }
      case Answer.NoArticle() -> throw missing();
      case Answer.NotOffered() ->
          throw new ResponseStatusException(
              HttpStatus.UNPROCESSABLE_CONTENT, "This reaction is not offered.");
      case Answer.Limited(int seconds) ->
          pages.page(
              HttpStatus.TOO_MANY_REQUESTS,
              language,
              words.text("spoken.not"),
              "spoken",
              new Spoken(
                  words,
                  words.text("spoken.not"),
                  words.count("spoken.wait", seconds),
                  Link.to(story.path(), story.headline()),
                  null));
    };
  }

  @PostMapping("/reader/comments")
  ResponseEntity<byte[]> comment(
      @RequestParam long article,
      @RequestParam(required = false) @Nullable Long parent,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String text,
      HttpServletRequest request,
      HttpServletResponse response) {
    Teaser story = story(article);
    Reader reader = cookie.admit(request, response);
    String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    Outcome outcome =
        comments.submit(
            new Attempt(
                article, parent, reader, name, text, ClientAddress.network(request), agent));
    Words words = house.in(story.language()).words();
    return switch (outcome) {
      case Outcome.Accepted(Comment comment, boolean _) -> {
        talk.refresh(article);
        yield seeOther(TalkViews.permalink(story.path(), comment));
      }
      case Outcome.Held(Comment comment, boolean _) ->
          pages.page(
              HttpStatus.ACCEPTED,
              story.language(),
              words.text("spoken.held"),
              "spoken",
              new Spoken(
                  words,
                  words.text("spoken.held"),
                  words.text("spoken.held.text"),
                  Link.to(story.path() + "#comments", story.headline()),
                  null));
      case Outcome.Rejected(Rule rule, int seconds) ->
          pages.page(
              HttpStatus.UNPROCESSABLE_CONTENT,
              story.language(),
              words.text("spoken.not"),
              "spoken",
              new Spoken(
                  words,
                  words.text("spoken.not"),
                  sentence(words, rule, seconds),
                  Link.to(story.path() + "#comments", story.headline()),
                  new Spoken.Form(article, parent, name, text)));
      case Outcome.NoArticle() -> throw missing();
    };
  }

  /** Returns why a comment was not taken, and what to do. */
  static String sentence(Words words, Rule rule, int seconds) {
    String key = "rule." + rule.code();
    return seconds > 0
        ? words.text(key) + " " + words.count("spoken.wait", seconds)
        : words.text(key);
  }

  private Teaser story(long article) {
    return articles.teasers(List.of(article)).stream()
        .filter(one -> house.languages().contains(one.language()))
        .findFirst()
        .orElseThrow(TalkController::missing);
  }

  static ResponseEntity<byte[]> seeOther(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such story.");
  }
}
