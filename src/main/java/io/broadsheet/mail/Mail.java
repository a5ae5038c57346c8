package io.broadsheet.mail;

import io.broadsheet.settings.MailSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends letters one after another in the background, and again when a server is not there.
 *
 * <p>Letters that wait are in memory only, a thousand at most: what they say is good for minutes.
 * Nothing of whom they are for or what they say is ever logged.
 */
public final class Mail implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Mail.class);
  private static final int MOST_WAITING = 1_000;
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofMinutes(2));

  private final Smtp smtp;
  private final List<Duration> pauses;
  private final Semaphore places = new Semaphore(MOST_WAITING);
  private final ScheduledExecutorService sender =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("mail").daemon().factory());

  /**
   * Opens the way to a mail server, to which nothing is said until there is a letter.
   *
   * @param name who letters are from, beside the address
   */
  public Mail(MailSettings settings, String name) {
    this(settings, name, PAUSES);
  }

  /**
   * Opens the way to a mail server that is asked again after other pauses.
   *
   * @param pauses after each failure but the last
   */
  Mail(MailSettings settings, String name, List<Duration> pauses) {
    this.smtp = new Smtp(settings, name);
    this.pauses = pauses;
  }

  /** Has a letter sent; returns whether there is room for it among those that wait. */
  public boolean send(Letter letter) {
    if (!places.tryAcquire()) {
      log.warn("{} letters wait to be sent, so that one more was given up", MOST_WAITING);
      return false;
    }
    attempt(letter, 0, Duration.ZERO);
    return true;
  }

  /** Gives up what has not been sent. */
  @Override
  public void close() {
    sender.shutdownNow();
  }

  private void attempt(Letter letter, int failures, Duration pause) {
    try {
      ScheduledFuture<?> _ =
          sender.schedule(() -> attempt(letter, failures), pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      log.info("A letter is given up, since this server stops");
      places.release();
    }
  }

  private void attempt(Letter letter, int failures) {
    switch (smtp.send(letter)) {
      case Smtp.Outcome.Sent() -> places.release();
      case Smtp.Outcome.Refused(String reason) -> {
        log.warn("The mail server takes a letter by no means ({}): it is given up", reason);
        places.release();
      }
      case Smtp.Outcome.Failed(String reason) when failures < pauses.size() -> {
        log.info("A letter was not sent ({}), trying again", reason);
        attempt(letter, failures + 1, pauses.get(failures));
      }
      case Smtp.Outcome.Failed(String reason) -> {
        log.warn(
            "A letter was not sent after {} attempts ({}): it is given up", failures + 1, reason);
        places.release();
      }
    }
  }
}
