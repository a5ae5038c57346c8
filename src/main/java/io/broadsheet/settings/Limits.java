package io.broadsheet.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be asked for.
 *
 * @param viewsPerMinute views that one /24 (IPv4) or /48 (IPv6) block may send a minute, 1 to
 *     1,000,000
 * @param liveReaders open pages that are kept up to date at once, 1 to 1,000,000; the others ask
 *     now and then
 * @param viewLog how long single views are kept in the log, an hour to 90 days; their numbers by
 *     hour stay for good
 */
public record Limits(
    @DefaultValue("600") int viewsPerMinute,
    @DefaultValue("20000") int liveReaders,
    @DefaultValue("48h") Duration viewLog) {
  private static final Duration SHORTEST_LOG = Duration.ofHours(1);
  private static final Duration LONGEST_LOG = Duration.ofDays(90);
  private static final int MOST = 1_000_000;

  public Limits {
    check("broadsheet.limits.views-per-minute", viewsPerMinute);
    check("broadsheet.limits.live-readers", liveReaders);
    Check.that(
        viewLog.compareTo(SHORTEST_LOG) >= 0 && viewLog.compareTo(LONGEST_LOG) <= 0,
        "broadsheet.limits.view-log",
        viewLog,
        "1h to 90d");
  }

  private static void check(String key, int value) {
    Check.that(value >= 1 && value <= MOST, key, value, "1 to " + MOST);
  }
}
