package io.broadsheet.audience;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** How the audience does, as counters since the start. */
public final class AudienceNumbers {
  private final LongAdder counts = new LongAdder();
  private final LongAdder repeated = new LongAdder();
  private final LongAdder notedMarks = new LongAdder();
  private final LongAdder quarantined = new LongAdder();
  private final LongAdder declaredBots = new LongAdder();
  private final LongAdder overLimit = new LongAdder();
  private final LongAdder unknownArticles = new LongAdder();
  private final LongAdder notWritten = new LongAdder();
  final LongAdder committed = new LongAdder();
  volatile double commitMillis;
  private final IntSupplier waiting;

  AudienceNumbers(IntSupplier waiting) {
    this.waiting = waiting;
  }

  /** Counts what became of a view. */
  void count(Outcome outcome) {
    switch (outcome) {
      case Outcome.Counted _ -> counts.increment();
      case Outcome.Repeat _ -> repeated.increment();
      case Outcome.Noted _ -> notedMarks.increment();
      case Outcome.Held _ -> quarantined.increment();
      case Outcome.Unwritable _ -> notWritten.increment();
      case Outcome.Bot _ -> declaredBots.increment();
      case Outcome.Unknown _ -> unknownArticles.increment();
      case Outcome.Limited _ -> overLimit.increment();
    }
  }

  /** Returns how many views counted. */
  public long counted() {
    return counts.sum();
  }

  /** Returns how many views repeated one that counted. */
  public long repeats() {
    return repeated.sum();
  }

  /** Returns how often it was told how far a story was read. */
  public long noted() {
    return notedMarks.sum();
  }

  /** Returns how many views were held in quarantine. */
  public long held() {
    return quarantined.sum();
  }

  /** Returns how many views came from declared bots or were fetched ahead. */
  public long bots() {
    return declaredBots.sum();
  }

  /** Returns how many views went beyond their address block's share. */
  public long limited() {
    return overLimit.sum();
  }

  /** Returns how many views were of articles that are not published. */
  public long unknown() {
    return unknownArticles.sum();
  }

  /** Returns how many views could not be made durable. */
  public long unwritable() {
    return notWritten.sum();
  }

  /** Returns how many commits of views there were. */
  public long commits() {
    return committed.sum();
  }

  /** Returns how many views wait for their commit. */
  public int queued() {
    return waiting.getAsInt();
  }

  /** Returns how long the last commit of views took, in milliseconds. */
  public double lastCommitMillis() {
    return commitMillis;
  }
}
