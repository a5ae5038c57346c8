package io.broadsheet.audience;

import java.util.concurrent.CompletableFuture;

/** A view, or a mark of how far it was read, that waits for its commit and then for its outcome. */
final class Arrival extends CompletableFuture<Outcome> implements ViewWriter.Work {
  private final long article;
  private final Visitors.Keys visitor;
  private final long block;
  private final String referrer;
  private final int depth;
  private Outcome outcome = Outcome.UNWRITABLE;

  Arrival(View view, Visitors.Keys visitor, long block) {
    this.article = view.article();
    this.visitor = visitor;
    this.block = block;
    this.referrer = view.referrer();
    this.depth = view.depth();
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

  /** Returns the host of the page that led here; empty where unknown. */
  String referrer() {
    return referrer;
  }

  /** Returns how many quarters were read; 0 if this is a view. */
  int depth() {
    return depth;
  }

  Outcome outcome() {
    return outcome;
  }

  /** Notes what became of it, to be told once that is durable. */
  void decide(Outcome decided) {
    outcome = decided;
  }

  /** Tells whoever waits what became of it. */
  void acknowledge() {
    complete(outcome);
  }
}
