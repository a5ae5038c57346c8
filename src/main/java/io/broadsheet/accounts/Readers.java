package io.broadsheet.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.broadsheet.web.Token;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/**
 * Those who take part in the discussion.
 *
 * <p>A browser that has not signed in is told from others by a secret that it is given with the
 * first word it says, and by nothing else. Nothing is stored of it here: its number follows from
 * the secret. Whoever signs in gets another secret, of another form, so that of a session that has
 * ended nothing is left that could be taken for a reader, and nobody who has not signed in costs a
 * look into the database.
 */
public final class Readers {
  private static final int DIGITS = 15;
  private static final String SESSION = "s.";

  /** Accounts are numbered from 1, so that they never come so far. */
  private static final long FIRST_ANONYMOUS = 1L << 32;

  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final long MOST_REMEMBERED = 20_000;

  private final SecureRandom random = new SecureRandom();
  private final ReaderSessions sessions;
  private final Cache<String, Optional<Reader>> known =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  Readers(ReaderSessions sessions) {
    this.sessions = sessions;
  }

  /** A reader who has just come, and the secret by which to know that one again. */
  public record Newcomer(Reader reader, String secret) {}

  /**
   * Returns who has this secret; empty for what is none, or was one until its session ended.
   *
   * <p>Of who has signed in it blocks on the database, once in five seconds.
   */
  public Optional<Reader> find(String secret) {
    return secret.startsWith(SESSION)
        ? session(secret).flatMap(digest -> known.get(digest, sessions::find))
        : Token.digest(secret).map(digest -> new Reader(number(digest), false, ""));
  }

  /** Lets a browser take part that has no secret yet. */
  public Newcomer begin() {
    String secret = Token.fresh(random);
    return new Newcomer(find(secret).orElseThrow(), secret);
  }

  /**
   * Signs a reader in to a browser, never by a secret that the browser had.
   *
   * @param before what the browser was known by: a session of it ends, and what was written without
   *     one becomes the account's
   * @return the secret of the new session, kept nowhere
   */
  String signIn(long account, Optional<String> before) {
    Optional<Reader> known = before.flatMap(this::find);
    before.ifPresent(this::signOut);
    String token = Token.fresh(random);
    sessions.begin(
        Token.digest(token).orElseThrow(), account, known.filter(reader -> !reader.signedIn()));
    return SESSION + token;
  }

  /** Ends the session that has this secret, if there is one. */
  void signOut(String secret) {
    session(secret)
        .ifPresent(
            digest -> {
              sessions.end(digest);
              known.invalidate(digest);
            });
  }

  /**
   * Deletes an account, its ways in and its sessions; who signs in the same way later is new.
   *
   * @param words whether what was written is to go too
   * @return who the browser is from now on, if it must be known again
   */
  Newcomer leave(long account, boolean words) {
    Newcomer next = begin();
    sessions.leave(new ReaderLeft(account, next.reader().id(), words));
    known
        .asMap()
        .values()
        .removeIf(found -> found.filter(reader -> reader.id() == account).isPresent());
    return next;
  }

  /** Tells whether this is the secret of one who has signed in, if it is any. */
  static boolean isOfAccount(String secret) {
    return secret.startsWith(SESSION);
  }

  private static Optional<String> session(String secret) {
    return secret.startsWith(SESSION)
        ? Token.digest(secret.substring(SESSION.length()))
        : Optional.empty();
  }

  /** Sixty bits of a digest, too many to meet another's by trying at our door. */
  private static long number(String digest) {
    return FIRST_ANONYMOUS + Long.parseLong(digest.substring(0, DIGITS), 16);
  }
}
