package io.broadsheet.comments;

import io.broadsheet.accounts.Reader;
import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.web.ClientAddress;
import io.broadsheet.web.RetryLater;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/v1/comments/ID}: one comment, and what readers and its writer may do with it. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/v1/comments/{id:[1-9][0-9]{0,17}}")
final class CommentController {
  private final Comments comments;
  private final Votes votes;
  private final Moderation moderation;
  private final ReportLimits reports;
  private final ReaderCookie cookie;

  CommentController(
      Comments comments,
      Votes votes,
      Moderation moderation,
      ReportLimits reports,
      ReaderCookie cookie) {
    this.comments = comments;
    this.votes = votes;
    this.moderation = moderation;
    this.reports = reports;
    this.cookie = cookie;
  }

  /** A text that a program sends. */
  record Words(@Nullable String text) {}

  /** A vote that a program sends. */
  record Ballot(@Nullable String vote) {}

  /** Its writer sees it in whatever state it is. */
  @GetMapping
  ResponseEntity<CommentItems.Item> read(@PathVariable long id, HttpServletRequest request) {
    long reader = cookie.reader(request).map(Reader::id).orElse(0L);
    return answer(
        comments
            .find(id)
            .filter(one -> one.state() == State.SHOWN || one.reader() == reader)
            .orElseThrow(CommentController::missing),
        reader);
  }

  @PutMapping(consumes = {"application/json", "application/*+json"})
  ResponseEntity<CommentItems.Item> edit(
      @PathVariable long id, @RequestBody Words words, HttpServletRequest request) {
    Reader reader = writer(request);
    String text = words.text() == null ? "" : words.text();
    return switch (comments.edit(id, reader.id(), text)) {
      case Edited.Done(Comment comment) -> answer(comment, reader.id());
      case Edited.Unfit(Rule rule) -> throw Refusals.of(rule, 0);
      case Edited.NotYours() -> throw missing();
      case Edited.TooLate() ->
          throw new ResponseStatusException(
              HttpStatus.CONFLICT, "The time in which this could be changed is over.");
    };
  }

  @DeleteMapping
  ResponseEntity<Void> delete(@PathVariable long id, HttpServletRequest request) {
    if (!comments.delete(id, writer(request).id())) {
      throw missing();
    }
    return ResponseEntity.noContent().build();
  }

  @PutMapping(
      path = "/vote",
      consumes = {"application/json", "application/*+json"})
  ResponseEntity<CommentItems.Item> vote(
      @PathVariable long id,
      @RequestBody Ballot ballot,
      HttpServletRequest request,
      HttpServletResponse response) {
    Votes.Vote vote = vote(ballot.vote());
    Reader reader = cookie.admit(request, response);
    return switch (votes.vote(id, reader.id(), vote, ClientAddress.network(request))) {
      case Votes.Voted.Done(Comment comment) -> answer(comment, reader.id());
      case Votes.Voted.NoComment() -> throw missing();
      case Votes.Voted.Limited(int seconds) ->
          throw new RetryLater(
              seconds, "Too many votes came from there: try again in " + seconds + " s.");
    };
  }

  @PostMapping(
      path = "/report",
      consumes = {"application/json", "application/*+json"})
  ResponseEntity<Void> report(
      @PathVariable long id,
      @RequestBody Words words,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Integer> wait = reports.take(ClientAddress.network(request));
    if (wait.isPresent()) {
      throw new RetryLater(
          wait.get(), "Too many reports came from there: try again in " + wait.get() + " s.");
    }
    Reader reader = cookie.admit(request, response);
    if (!moderation.report(id, reader.id(), words.text() == null ? "" : words.text())) {
      throw missing();
    }
    return ResponseEntity.accepted().build();
  }

  @PostMapping(
      path = "/appeal",
      consumes = {"application/json", "application/*+json"})
  ResponseEntity<Void> appeal(
      @PathVariable long id, @RequestBody Words words, HttpServletRequest request) {
    if (!moderation.appeal(id, writer(request).id(), words.text() == null ? "" : words.text())) {
      throw missing();
    }
    return ResponseEntity.accepted().build();
  }

  /** Who has never written anything has nothing here. */
  private Reader writer(HttpServletRequest request) {
    return cookie.reader(request).orElseThrow(CommentController::missing);
  }

  private static Votes.Vote vote(@Nullable String code) {
    for (Votes.Vote vote : Votes.Vote.values()) {
      if (vote.name().toLowerCase(Locale.ROOT).equals(code)) {
        return vote;
      }
    }
    throw new ResponseStatusException(
        HttpStatus.UNPROCESSABLE_CONTENT, "Send {\"vote\": …} with up, down or none.");
  }

  private static ResponseEntity<CommentItems.Item> answer(Comment comment, long reader) {
    CommentItems.Item item =
        comment.reader() == reader ? CommentItems.ofWriter(comment) : CommentItems.of(comment);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(item);
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such comment.");
  }
}
