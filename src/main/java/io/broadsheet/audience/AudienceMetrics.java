package io.broadsheet.audience;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** Shows in {@code /metrics} how many views came, what became of them, and how the log does. */
final class AudienceMetrics {
  private AudienceMetrics() {}

  /** Has the registry read these numbers from now on. */
  static void bind(AudienceNumbers numbers, MeterRegistry registry) {
    views(registry, numbers, "counted", AudienceNumbers::counted);
    views(registry, numbers, "repeat", AudienceNumbers::repeats);
    views(registry, numbers, "held", AudienceNumbers::held);
    views(registry, numbers, "bot", AudienceNumbers::bots);
    views(registry, numbers, "limited", AudienceNumbers::limited);
    views(registry, numbers, "unknown", AudienceNumbers::unknown);
    views(registry, numbers, "unwritable", AudienceNumbers::unwritable);
    FunctionCounter.builder("broadsheet.views.commits", numbers, AudienceNumbers::commits)
        .description("Commits of the view log")
        .register(registry);
    Gauge.builder("broadsheet.views.waiting", numbers, AudienceNumbers::queued)
        .description("Views that wait for their commit")
        .register(registry);
    Gauge.builder("broadsheet.views.commit", numbers, n -> n.lastCommitMillis() / 1_000)
        .description("How long the last commit took")
        .baseUnit("seconds")
        .register(registry);
  }

  private static void views(
      MeterRegistry registry,
      AudienceNumbers numbers,
      String outcome,
      ToDoubleFunction<AudienceNumbers> count) {
    FunctionCounter.builder("broadsheet.views", numbers, count)
        .description("Views that came, by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }
}
