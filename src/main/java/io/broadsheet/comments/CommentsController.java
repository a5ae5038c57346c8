package io.broadsheet.comments;

import io.broadsheet.accounts.Reader;
import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.articles.Articles;
import io.broadsheet.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code /api/v1/articles/ID/comments}: what readers write under a story.
 *
 * <p>201 for a comment that everybody sees, 202 for one that waits for a moderator, 200 for one
 * that was there already; what is not taken is a problem that names the rule.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/v1/articles/{id:[1-9][0-9]{0,17}}/comments")
final class CommentsController {
  private static final int MOST = 100;

  private final Comments comments;
  private final Articles articles;
  private final ReaderCookie cookie;

  CommentsController(Comments comments, Articles articles, ReaderCookie cookie) {
    this.comments = comments;
    this.articles = articles;
    this.cookie = cookie;
  }

  /** What a program sends. */
  record Said(@Nullable String name, @Nullable String text, @Nullable Long parent) {}

  @GetMapping
  ResponseEntity<CommentItems> read(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String order,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String thread,
      @RequestParam(required = false) @Nullable String limit) {
    if (!articles.isPublished(id)) {
      throw missing();
    }
    int most = limit == null ? 20 : (int) number(limit, "limit", 1, MOST);
    long total = comments.of(id).comments();
    CommentItems items =
        thread == null
            ? CommentItems.of(comments.threads(id, order(order), cursor(after), most), total)
            : replies(id, number(thread, "thread", 1, Long.MAX_VALUE), after, most, total);
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(items);
  }

  private CommentItems replies(
      long id, long thread, @Nullable String after, int limit, long total) {
    long from = after == null ? 0 : number(after, "after", 0, Long.MAX_VALUE);
    return comments
        .thread(id, thread, from, limit)
        .map(found -> CommentItems.replies(found, total))
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such thread."));
  }

  @PostMapping(consumes = {"application/json", "application/*+json"})
  ResponseEntity<CommentItems.Item> write(
      @PathVariable long id,
      @RequestBody Said said,
      HttpServletRequest request,
      HttpServletResponse response) {
    Reader reader = cookie.admit(request, response);
    Attempt attempt =
        new Attempt(
            id,
            said.parent(),
            reader,
            said.name() == null ? "" : said.name(),
            said.text() == null ? "" : said.text(),
            ClientAddress.network(request),
            Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse(""));
    return switch (comments.submit(attempt)) {
      case Outcome.Accepted(Comment comment, boolean again) ->
          answer(again ? HttpStatus.OK : HttpStatus.CREATED, comment);
      case Outcome.Held(Comment comment, boolean _) -> answer(HttpStatus.ACCEPTED, comment);
      case Outcome.Rejected(Rule rule, int seconds) -> throw Refusals.of(rule, seconds);
      case Outcome.NoArticle() -> throw missing();
    };
  }

  private static ResponseEntity<CommentItems.Item> answer(HttpStatus status, Comment comment) {
    return ResponseEntity.status(status)
        .location(URI.create("/api/v1/comments/" + comment.id()))
        .cacheControl(CacheControl.noStore())
        .body(CommentItems.ofWriter(comment));
  }

  private static Order order(@Nullable String code) {
    return code == null
        ? Order.NEWEST
        : Order.of(code)
            .orElseThrow(() -> bad("The parameter order is one of newest, oldest, best."));
  }

  private static Threads.@Nullable Cursor cursor(@Nullable String code) {
    return code == null
        ? null
        : Threads.Cursor.of(code)
            .orElseThrow(() -> bad("The parameter after is what an answer gave as next."));
  }

  private static long number(String text, String name, long least, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as any other number is
    }
    throw bad(
        most == Long.MAX_VALUE
            ? "The parameter " + name + " is a whole number."
            : "The parameter " + name + " is a whole number from " + least + " to " + most + ".");
  }

  private static ResponseStatusException bad(String sentence) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such article.");
  }
}
