package io.broadsheet.transfer;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Drafts;
import io.broadsheet.articles.Finding;
import io.broadsheet.articles.InvalidArticle;
import io.broadsheet.articles.Saved;
import io.broadsheet.articles.Submission;
import io.broadsheet.events.Outbox;
import io.broadsheet.web.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/v1/articles}: stories one by one, as ninjs, for programs.
 *
 * <p>What was written is served on the site before it is acknowledged.
 */
@RestController
@RequestMapping("/api/v1/articles")
final class ArticleController {
  private final Articles articles;
  private final Drafts drafts;
  private final Outbox outbox;
  private final NinjsReader reader;
  private final NinjsWriter writer;
  private final Intake intake;

  /** Between looking what is there and writing nobody else should write through this door. */
  private final ReentrantLock turn = new ReentrantLock();

  ArticleController(
      Articles articles,
      Drafts drafts,
      Outbox outbox,
      NinjsReader reader,
      NinjsWriter writer,
      Intake intake) {
    this.articles = articles;
    this.drafts = drafts;
    this.outbox = outbox;
    this.reader = reader;
    this.writer = writer;
    this.intake = intake;
  }

  /** Whoever may write sees what is not published yet. */
  @GetMapping("/{id}")
  ResponseEntity<byte[]> read(@PathVariable String id, @Nullable Principal holder) {
    Article article =
        switch (articles.find(number(id))) {
          case Finding.Live(Article live) -> live;
          case Finding.Gone _ ->
              throw new ResponseStatusException(HttpStatus.GONE, "The article was taken back.");
          case Finding.Missing() -> holder == null ? missing(id) : present(id);
        };
    return answer(ResponseEntity.ok().cacheControl(CacheControl.noCache()), article);
  }

  /**
   * An article without a {@code uri} gets one; sending the same again, as after a lost answer,
   * finds the article that is there.
   */
  @PostMapping(consumes = {"application/json", "application/*+json"})
  ResponseEntity<byte[]> create(
      @RequestBody(required = false) byte @Nullable [] body, Principal holder)
      throws InterruptedException {
    ObjectNode item = parsed(body);
    if (Fields.of(item).byName().get("uri") == null) {
      item.put("uri", "urn:uuid:" + UUID.randomUUID());
    }
    turn.lock();
    try {
      Submission submission = submission(item);
      Optional<Long> known = articles.idOf(submission.uri());
      if (known.isPresent() && articles.preview(submission) != Saved.Change.UNCHANGED) {
        throw new ResponseStatusException(
            HttpStatus.CONFLICT,
            "There is an article with this uri: change it with PUT " + path(known.get()) + ".");
      }
      Saved saved = saved(submission, holder);
      HttpStatus status = saved.change() == Saved.Change.NEW ? HttpStatus.CREATED : HttpStatus.OK;
      return answer(
          ResponseEntity.status(status).location(URI.create(path(saved.id()))),
          present(Long.toString(saved.id())));
    } finally {
      turn.unlock();
    }
  }

  @PutMapping(
      path = "/{id}",
      consumes = {"application/json", "application/*+json"})
  ResponseEntity<byte[]> change(
      @PathVariable String id,
      @RequestBody(required = false) byte @Nullable [] body,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable List<String> tags,
      Principal holder)
      throws InterruptedException {
    ObjectNode item = parsed(body);
    turn.lock();
    try {
      Article before = present(id);
      if (tags != null && !tags.contains("*") && !tags.contains(tag(writer.write(before)))) {
        throw new ResponseStatusException(
            HttpStatus.PRECONDITION_FAILED,
            "The article has changed since it was read: read it again.");
      }
      if (Fields.of(item).byName().get("uri") == null) {
        item.put("uri", before.uri());
      }
      saved(submission(item, before), holder);
      return answer(ResponseEntity.ok(), present(id));
    } finally {
      turn.unlock();
    }
  }

  private Submission submission(JsonNode item, Article before) {
    Submission submission = submission(item);
    if (!submission.uri().equals(before.uri())) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT,
          articles
              .idOf(submission.uri())
              .map(other -> "The uri belongs to another article, " + other + ".")
              .orElse("An article keeps its uri: this one has another."));
    }
    return submission;
  }

  private Submission submission(JsonNode item) {
    try {
      return intake.prepare(reader.read(item), null, true).submission();
    } catch (Unfit | InvalidArticle e) {
      throw unprocessable(e);
    } catch (IOException e) {
      throw new UncheckedIOException("no file is read here", e);
    }
  }

  private Saved saved(Submission submission, Principal holder) throws InterruptedException {
    try {
      Saved saved = drafts.receive(submission, "API: " + holder.getName());
      outbox.flush();
      return saved;
    } catch (InvalidArticle e) {
      throw unprocessable(e);
    }
  }

  private static ResponseStatusException unprocessable(RuntimeException e) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), e);
  }

  private static ObjectNode parsed(byte @Nullable [] body) {
    if (body == null) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "The body is empty: send a story as ninjs.");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return (ObjectNode) Json.object(text);
    } catch (CharacterCodingException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The body is not UTF-8.", e);
    } catch (Unfit e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.reason(), e);
    }
  }

  private Article present(String id) {
    return articles.get(number(id)).orElseGet(() -> missing(id));
  }

  private static Article missing(String id) {
    throw new ResponseStatusException(
        HttpStatus.NOT_FOUND, "There is no article " + number(id) + ".");
  }

  private static long number(String id) {
    try {
      long number = Long.parseLong(id);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw notANumber(e);
    }
    throw notANumber(null);
  }

  private static ResponseStatusException notANumber(@Nullable Exception cause) {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "There is no such article: ids are positive numbers.", cause);
  }

  private static String path(long id) {
    return "/api/v1/articles/" + id;
  }

  private ResponseEntity<byte[]> answer(ResponseEntity.BodyBuilder builder, Article article) {
    byte[] ninjs = writer.write(article);
    return builder.eTag(tag(ninjs)).contentType(MediaType.APPLICATION_JSON).body(ninjs);
  }

  private static String tag(byte[] ninjs) {
    return '"' + Sha256.shortHex(ninjs) + '"';
  }
}
