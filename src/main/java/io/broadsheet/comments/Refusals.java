package io.broadsheet.comments;

import io.broadsheet.web.RetryLater;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Why a comment is not taken, as programs are told: a problem (RFC 9457) that names the rule. */
final class Refusals {
  private Refusals() {}

  static ResponseStatusException of(Rule rule, int seconds) {
    ResponseStatusException refusal =
        seconds > 0
            ? new RetryLater(seconds, sentence(rule, seconds))
            : new ResponseStatusException(status(rule), sentence(rule, seconds));
    refusal.getBody().setType(URI.create("urn:broadsheet:comment:" + rule.code()));
    refusal.getBody().setProperty("rule", rule.code());
    return refusal;
  }

  private static HttpStatus status(Rule rule) {
    return switch (rule) {
      case SIGN_IN -> HttpStatus.UNAUTHORIZED;
      case BANNED, CLOSED -> HttpStatus.FORBIDDEN;
      case READER_RATE, BLOCK_RATE, STORY_RATE, SLOW -> HttpStatus.TOO_MANY_REQUESTS;
      case REPEATED -> HttpStatus.CONFLICT;
      case EMPTY, LONG, NAME, PARENT, LINKS, WORDS, NEW_READER, MODERATED ->
          HttpStatus.UNPROCESSABLE_CONTENT;
    };
  }

  private static String sentence(Rule rule, int seconds) {
    return switch (rule) {
      case EMPTY -> "Send a text that says something.";
      case LONG -> "The text is too long: send a shorter one.";
      case NAME -> "Send a name of 1 to 60 characters.";
      case SIGN_IN -> "Sign in to comment.";
      case BANNED -> "You may not comment for now.";
      case PARENT -> "The comment that this answers is not there any more.";
      case CLOSED -> "No more comments are taken on this story.";
      case READER_RATE, BLOCK_RATE, STORY_RATE ->
          "Too many comments came: try again in " + seconds + " s.";
      case SLOW -> "Wait " + seconds + " s before you comment on this story again.";
      case REPEATED -> "The same was written before.";
      case LINKS, WORDS, NEW_READER, MODERATED -> "A moderator has to look at this.";
    };
  }
}
