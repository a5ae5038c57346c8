package io.broadsheet.audience;

import io.broadsheet.web.Network;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The way of a view, step by step: each step passes it on or turns it away with a reason.
 *
 * <p>The first three need memory only. Then the visitor gets a key, and what is left (is it a
 * repeat? into the log!) is the writer's.
 */
final class Intake {
  private final List<Step> steps =
      List.of(this::knownArticle, this::declaredBot, this::addressBlockLimit);

  private final InstantSource clock;
  private final AddressBlocks blocks;
  private final AddressBlocks marks;
  private final Visitors visitors;
  private final SharedWindows windows;
  private final ViewWriter writer;
  private final AudienceNumbers numbers;

  Intake(
      InstantSource clock,
      int viewsPerMinute,
      Visitors visitors,
      SharedWindows windows,
      ViewWriter writer,
      AudienceNumbers numbers) {
    this.clock = clock;
    this.blocks = new AddressBlocks(viewsPerMinute);
    // Who tells how far a story was read has not the less to send for other readers of the block.
    this.marks = new AddressBlocks(viewsPerMinute);
    this.visitors = visitors;
    this.windows = windows;
    this.writer = writer;
    this.numbers = numbers;
  }

  /** Passes a view on, with nothing, or turns it away. */
  @FunctionalInterface
  private interface Step {
    Optional<Outcome> turnsAway(View view, Instant now);
  }

  CompletionStage<Outcome> take(View view) {
    Instant now = clock.instant();
    for (Step step : steps) {
      Optional<Outcome> outcome = step.turnsAway(view, now);
      if (outcome.isPresent()) {
        return turnedAway(outcome.get());
      }
    }
    return visitorKey(view);
  }

  private Optional<Outcome> knownArticle(View view, Instant now) {
    if (windows.isAdmitted(view.article())) {
      return Optional.empty();
    }
    return Optional.of(Outcome.UNKNOWN);
  }

  private Optional<Outcome> declaredBot(View view, Instant now) {
    if (!view.prefetched() && !DeclaredBots.listed().declares(view.agent())) {
      return Optional.empty();
    }
    return Optional.of(Outcome.BOT);
  }

  private Optional<Outcome> addressBlockLimit(View view, Instant now) {
    AddressBlocks sent = view.depth() == 0 ? blocks : marks;
    int seconds = sent.wait(block(view), now.toEpochMilli());
    if (seconds == 0) {
      return Optional.empty();
    }
    return Optional.of(new Outcome.Limited(Duration.ofSeconds(seconds)));
  }

  private CompletionStage<Outcome> visitorKey(View view) {
    return writer.submit(new Arrival(view, visitors.keys(view), block(view)));
  }

  private static long block(View view) {
    return Network.block(Network.of(view.address()));
  }

  private CompletionStage<Outcome> turnedAway(Outcome outcome) {
    numbers.count(outcome);
    return CompletableFuture.completedStage(outcome);
  }
}
