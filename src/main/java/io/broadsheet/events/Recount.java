package io.broadsheet.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proves day by day that counts are the numbers of what there is. */
public final class Recount extends Watch {
  private static final Logger log = LoggerFactory.getLogger(Recount.class);

  private final String what;
  private final Supplier<? extends List<?>> drifts;
  private final Runnable after;
  private volatile double found = Double.NaN;

  /**
   * Describes a recount that has not begun.
   *
   * @param what is counted, such as {@code comments}
   * @param drifts counts, and returns those counts that differ
   * @param after is done each time when it was counted
   */
  public Recount(String what, Supplier<? extends List<?>> drifts, Runnable after) {
    super(what + "-recount", Duration.ofDays(1));
    this.what = what;
    this.drifts = drifts;
    this.after = after;
  }

  /** Registers how many counts differed when they were counted last; no number until then. */
  public Gauge measured(MeterRegistry metrics) {
    return Gauge.builder("broadsheet.recount.drifts", this, recount -> recount.found)
        .tag("counts", what)
        .description("Counts that differed from what there is when they were last recounted")
        .register(metrics);
  }

  @Override
  protected void look() {
    List<?> differing = drifts.get();
    found = differing.size();
    if (differing.isEmpty()) {
      log.info("All {} were recounted: 0 counts differ.", what);
    } else {
      log.error("{} counts of {} differ from what there is: {}", differing.size(), what, differing);
    }
    after.run();
  }
}
