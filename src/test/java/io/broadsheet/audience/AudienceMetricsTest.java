package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudienceMetricsTest {
  @TempDir private Path folder;

  @Test
  void everyViewIsShownUnderWhatBecameOfIt() {
    try (TestAudience test = new TestAudience(folder)) {
      PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      AudienceMetrics.bind(test.audience().numbers(), registry);
      test.audience().admit(1, "en", Set.of(), true);
      test.view(1, 1);
      test.view(2, 1);
      test.view(1, 1);
      test.view(1, 7);
      test.await(new View(1, TestAudience.address(3), "Googlebot/2.1", false));
      test.settle();
      assertThat(registry.scrape())
          .contains("broadsheet_views_total{outcome=\"counted\"} 2.0")
          .contains("broadsheet_views_total{outcome=\"repeat\"} 1.0")
          .contains("broadsheet_views_total{outcome=\"unknown\"} 1.0")
          .contains("broadsheet_views_total{outcome=\"bot\"} 1.0")
          .contains("broadsheet_views_total{outcome=\"limited\"} 0.0")
          .contains("broadsheet_views_total{outcome=\"unwritable\"} 0.0")
          .contains("broadsheet_views_waiting 0.0")
          .containsPattern("broadsheet_views_commit_seconds [0-9.E-]+\n")
          .containsPattern("broadsheet_views_commits_total [12]\\.0\n");
    }
  }
}
