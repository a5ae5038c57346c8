package io.broadsheet.demo;

import io.broadsheet.accounts.Reader;
import io.broadsheet.accounts.Readers;
import io.broadsheet.articles.Articles;
import io.broadsheet.comments.Attempt;
import io.broadsheet.comments.Comment;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.Decision;
import io.broadsheet.comments.Moderation;
import io.broadsheet.comments.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What invented readers say of the sample stories, and what they may still say of them.
 *
 * @param threads approved by the demo's moderator
 * @param held waits for one
 * @param remarks short words on any story, by the code of their language
 */
record SampleTalk(List<Opening> threads, List<Said> held, Map<String, List<String>> remarks) {
  private static final String AGENT = "Sample reader";

  /** 198.18.0.0/15 is set aside for tests by RFC 2544. */
  private static final long TEST_NETWORK = 0xc612_0000L;

  /** A comment on the story of this URI, and what was answered. */
  record Opening(String uri, String name, String text, List<Reply> replies) {}

  /** A comment on the story of this URI that nobody answers. */
  record Said(String uri, String name, String text) {}

  /** An answer. */
  record Reply(String name, String text) {}

  /** Reads it from beside the code. */
  static SampleTalk read() throws IOException {
    try (InputStream in = new ClassPathResource("demo-talk/talk.json").getInputStream()) {
      return JsonMapper.shared().readValue(in, SampleTalk.class);
    }
  }

  /** Returns the names under which much is said. */
  List<String> regulars(String language) {
    return threads.stream()
        .filter(thread -> thread.uri().endsWith(":" + language))
        .map(Opening::name)
        .distinct()
        .toList();
  }

  /**
   * Has it said in a portal that has the sample stories; what was said before is not said again.
   *
   * @param moderator who approves it
   */
  void say(BeanFactory portal, String moderator) {
    for (Opening thread : threads) {
      Optional<Long> root = say(portal, thread.uri(), null, thread.name(), thread.text());
      root.ifPresent(id -> approve(portal, id, moderator));
      for (Reply reply : root.isEmpty() ? List.<Reply>of() : thread.replies()) {
        say(portal, thread.uri(), root.get(), reply.name(), reply.text())
            .ifPresent(id -> approve(portal, id, moderator));
      }
    }
    held.forEach(said -> say(portal, said.uri(), null, said.name(), said.text()));
  }

  private static void approve(BeanFactory portal, long comment, String moderator) {
    portal.getBean(Moderation.class).decide(List.of(comment), Decision.APPROVE, "", moderator);
  }

  /** Returns the comment's id; empty if the portal is set not to take it. */
  private static Optional<Long> say(
      BeanFactory portal, String uri, @Nullable Long parent, String name, String text) {
    long article = portal.getBean(Articles.class).idOf(uri).orElseThrow();
    Reader reader = portal.getBean(Readers.class).find(secret(name)).orElseThrow();
    Attempt attempt =
        new Attempt(
            article, parent, reader, name, text, TEST_NETWORK + reader.id() % 65_536, AGENT);
    return switch (portal.getBean(Comments.class).submit(attempt)) {
      case Outcome.Accepted(Comment comment, boolean _) -> Optional.of(comment.id());
      case Outcome.Held(Comment comment, boolean _) -> Optional.of(comment.id());
      case Outcome.Rejected _, Outcome.NoArticle _ -> Optional.empty();
    };
  }

  /**
   * Returns the secret by which an invented reader is known again, after a restart too.
   *
   * <p>Anybody could work it out, and has nothing of it: the reader is nobody.
   */
  static String secret(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("sample reader " + name).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
