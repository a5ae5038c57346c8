package io.broadsheet.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecountTest {
  @Test
  void howManyCountsDifferIsMeasuredOnceTheyWereCounted() {
    List<String> drifts = new ArrayList<>();
    AtomicInteger times = new AtomicInteger();
    Recount recount = new Recount("comments", () -> drifts, times::incrementAndGet);
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    recount.measured(metrics);
    String line = "broadsheet_recount_drifts{counts=\"comments\"} ";
    assertThat(metrics.scrape()).contains(line + "NaN");
    recount.look();
    assertThat(metrics.scrape()).contains(line + "0.0");
    drifts.add("one");
    recount.look();
    assertThat(metrics.scrape()).contains(line + "1.0");
    assertThat(times).hasValue(2);
  }
}
