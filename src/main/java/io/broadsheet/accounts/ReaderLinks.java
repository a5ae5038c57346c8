package io.broadsheet.accounts;

import io.broadsheet.database.Database;
import io.broadsheet.web.Token;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Links that sign a reader in once: they lead from a letter, or from what a provider vouched for,
 * to an account, or to the choice of a name where there is none yet.
 *
 * <p>All calls block on the database.
 */
public final class ReaderLinks {
  /** How long a link is good. */
  public static final Duration LASTS = Duration.ofMinutes(15);

  private final Database database;
  private final ReaderAccounts accounts;
  private final SignInThrottle throttle;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  ReaderLinks(
      Database database, ReaderAccounts accounts, SignInThrottle throttle, InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.throttle = throttle;
    this.clock = clock;
  }

  /** What comes of asking for a letter, known address or not. */
  public sealed interface Asked {
    /** A link of this secret is to be sent, and kept nowhere. */
    record Made(String secret) implements Asked {}

    /** Too many letters were asked for. */
    record Wait(Duration left) implements Asked {}
  }

  /** What comes of a provider's word. */
  public sealed interface Arrived {
    /** It is about somebody who has an account. */
    record Known(Reader reader) implements Arrived {}

    /** A link of this secret leads to the choice of a name. */
    record New(String secret) implements Arrived {}
  }

  /**
   * What a link leads to.
   *
   * @param account empty for who has none yet
   * @param name a proposal for who has none; may be empty
   * @param back where the reader came from
   */
  public record Pending(Optional<Reader> account, String name, String back) {}

  /** What comes of using a link. */
  public sealed interface Used {
    /** It is used up: this is who it signs in. */
    record Opened(Reader reader, String back) implements Used {}

    /** It stays good: a name is missing, or not one. */
    record Nameless(Pending pending) implements Used {}

    /** It is good for nothing, or no longer. */
    record Gone() implements Used {}
  }

  private record Stored(String proof, String name, String back) {}

  /**
   * Makes a link to be sent to an address.
   *
   * @param network whose {@link io.broadsheet.web.Network#of number} it was asked from
   * @param back where the reader came from
   */
  public Asked ask(EmailAddress address, long network, String back) {
    return throttle
        .attempt(address.text(), network)
        .<Asked>map(Asked.Wait::new)
        .orElseGet(() -> new Asked.Made(make(ReaderProof.of(address), "", back)));
  }

  /**
   * Takes a provider's word for who somebody is.
   *
   * @param issuer the provider's identifier
   * @param subject by which it never means anybody else
   * @param name what it calls that one; may be empty, or no name
   * @param back where the reader came from
   */
  public Arrived arrive(String issuer, String subject, String name, String back) {
    ReaderProof proof = ReaderProof.of(issuer, subject);
    String proposal = DisplayName.of(name).map(DisplayName::text).orElse("");
    return accounts
        .of(proof)
        .<Arrived>map(Arrived.Known::new)
        .orElseGet(() -> new Arrived.New(make(proof, proposal, back)));
  }

  /**
   * Makes a link.
   *
   * @param name what could be the reader's; may be empty
   * @return its secret, kept nowhere
   */
  private String make(ReaderProof proof, String name, String back) {
    String secret = Token.fresh(random);
    return database.write(
        sql -> {
          sql.sql("DELETE FROM reader_link WHERE expires_at <= :now")
              .param("now", clock.millis())
              .update();
          sql.sql(
                  """
                  INSERT INTO reader_link (sha256, proof, name, back, expires_at)
                  VALUES (:sha256, :proof, :name, :back, :expires)
                  """)
              .param("sha256", Token.digest(secret).orElseThrow())
              .param("proof", proof.sha256())
              .param("name", name)
              .param("back", back)
              .param("expires", clock.millis() + LASTS.toMillis())
              .update();
          return secret;
        });
  }

  /** Returns what a link leads to, and leaves it good. */
  public Optional<Pending> look(String secret) {
    return Token.digest(secret).flatMap(this::stored).map(this::pending);
  }

  /**
   * Signs in by a link, which is good for nothing from then on.
   *
   * @param name what somebody without an account wants to be called; otherwise not looked at
   */
  public Used use(String secret, String name) {
    Optional<String> digest = Token.digest(secret);
    Optional<Stored> found = digest.flatMap(this::stored);
    if (found.isEmpty()) {
      return new Used.Gone();
    }
    Pending pending = pending(found.get());
    Optional<DisplayName> called =
        pending.account().map(Reader::name).or(() -> Optional.of(name)).flatMap(DisplayName::of);
    return called.isEmpty()
        ? new Used.Nameless(pending)
        : open(digest.orElseThrow(), found.get(), called.get());
  }

  /** Of two requests with one link, the second finds it gone. */
  private Used open(String digest, Stored link, DisplayName name) {
    return database.write(
        sql ->
            sql.sql("DELETE FROM reader_link WHERE sha256 = :sha256")
                        .param("sha256", digest)
                        .update()
                    == 1
                ? new Used.Opened(accounts.ensure(new ReaderProof(link.proof()), name), link.back())
                : new Used.Gone());
  }

  private Pending pending(Stored link) {
    return new Pending(accounts.of(new ReaderProof(link.proof())), link.name(), link.back());
  }

  private Optional<Stored> stored(String digest) {
    return database.read(
        sql ->
            sql.sql(
                    """
                    SELECT proof, name, back FROM reader_link
                    WHERE sha256 = :sha256 AND expires_at > :now
                    """)
                .param("sha256", digest)
                .param("now", clock.millis())
                .query(Stored.class)
                .optional());
  }
}
