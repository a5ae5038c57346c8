package io.broadsheet.reactions;

import io.broadsheet.accounts.Reader;
import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.articles.Articles;
import io.broadsheet.web.ClientAddress;
import io.broadsheet.web.RetryLater;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code /api/v1/articles/ID/reactions}: how readers react, and how the one who asks does.
 *
 * <p>The numbers in an answer have what it says was done; it is durable.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/v1/articles/{id:[1-9][0-9]{0,17}}/reactions")
final class ReactionsController {
  private final Reactions reactions;
  private final Articles articles;
  private final ReaderCookie cookie;

  ReactionsController(Reactions reactions, Articles articles, ReaderCookie cookie) {
    this.reactions = reactions;
    this.articles = articles;
    this.cookie = cookie;
  }

  /** What a program sends. */
  record Wish(@Nullable String emoji) {}

  /**
   * What is answered.
   *
   * @param own how the one who asks reacted; null for not at all
   */
  record Numbers(long article, long total, List<Reacted.Kind> reactions, @Nullable String own) {
    static Numbers of(long article, Reacted reacted, @Nullable String own) {
      return new Numbers(article, reacted.total(), reacted.counts(), own);
    }
  }

  @GetMapping
  ResponseEntity<Numbers> numbers(@PathVariable long id, HttpServletRequest request) {
    if (!articles.isPublished(id)) {
      throw missing();
    }
    Optional<String> own = cookie.reader(request).flatMap(one -> reactions.of(id, one.id()));
    return answer(id, reactions.of(id), own.orElse(null));
  }

  @PutMapping(consumes = {"application/json", "application/*+json"})
  ResponseEntity<Numbers> react(
      @PathVariable long id,
      @RequestBody Wish wish,
      HttpServletRequest request,
      HttpServletResponse response) {
    String emoji = wish.emoji() == null ? "" : wish.emoji();
    Reader reader = cookie.admit(request, response);
    return answered(
        id, emoji, reactions.react(id, reader.id(), emoji, ClientAddress.network(request)));
  }

  /** Who never reacted has nothing to take back, which is as it should be. */
  @DeleteMapping
  ResponseEntity<Numbers> takeBack(@PathVariable long id, HttpServletRequest request) {
    Optional<Reader> reader = cookie.reader(request);
    if (reader.isEmpty()) {
      return numbers(id, request);
    }
    return answered(
        id, null, reactions.takeBack(id, reader.get().id(), ClientAddress.network(request)));
  }

  private ResponseEntity<Numbers> answered(long id, @Nullable String own, Answer answer) {
    return switch (answer) {
      case Answer.Done done -> answer(id, done.reacted(), own);
      case Answer.NoArticle _ -> throw missing();
      case Answer.NotOffered _ ->
          throw new ResponseStatusException(
              HttpStatus.UNPROCESSABLE_CONTENT, Refusal.notOffered(reactions.offered()));
      case Answer.Limited(int seconds) -> throw new RetryLater(seconds, Refusal.limited(seconds));
    };
  }

  private static ResponseEntity<Numbers> answer(long id, Reacted reacted, @Nullable String own) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Numbers.of(id, reacted, own));
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, Refusal.NO_ARTICLE);
  }
}
