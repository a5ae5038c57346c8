package io.broadsheet.audience;

import java.util.concurrent.CompletableFuture;

/** A view that waits for its commit; completed with its outcome. */
final class Arrival extends CompletableFuture<Outcome> implements ViewWriter.Work {
  private final long article;
  private final Visitors.Keys visitor;
  private final long block;
  private Outcome outcome = Outcome.UNWRITABLE;

  Arrival(long article, Visitors.Keys visitor, long block) {
    this.article = article;
    this.visitor = visitor;
    this.block = block;
  }

  long article() {
    return article;
  }

  Visitors.Keys visitor() {
    return visitor;
  }

  /** Returns the number of the address block that it came from. */
  long block() {
    return block;
  }

  Outcome outcome() {
    return outcome;
  }

  /** Notes what became of the view, to be told once that is durable. */
  void decide(Outcome decided) {
    outcome = decided;
  }

  /** Tells whoever waits what became of the view. */
  void acknowledge() {
    complete(outcome);
  }
}
