package io.broadsheet.audience;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** How the audience does, as counters since the start. */
public final class AudienceNumbers {
  final LongAdder counts = new LongAdder();
  final LongAdder repeated = new LongAdder();
  final LongAdder declaredBots = new LongAdder();
  final LongAdder overLimit = new LongAdder();
  final LongAdder unknownArticles = new LongAdder();
  final LongAdder notWritten = new LongAdder();
  final LongAdder committed = new LongAdder();
  volatile double commitMillis;
  private final IntSupplier waiting;

  AudienceNumbers(IntSupplier waiting) {
    this.waiting = waiting;
  }

  /** Returns how many views counted. */
  public long counted() {
    return counts.sum();
  }

  /** Returns how many views repeated one that counted. */
  public long repeats() {
    return repeated.sum();
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
