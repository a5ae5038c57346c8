package io.broadsheet.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be asked for.
 *
 * @param viewsPerMinute views that one /24 (IPv4) or /48 (IPv6) block may send a minute, 1 to
 *     1,000,000
 * @param liveReaders open pages that are kept up to date at once, 1 to 1,000,000; the others ask
 *     now and then
 */
public record Limits(
    @DefaultValue("600") int viewsPerMinute, @DefaultValue("20000") int liveReaders) {
  private static final int MOST = 1_000_000;

  public Limits {
    check("broadsheet.limits.views-per-minute", viewsPerMinute);
    check("broadsheet.limits.live-readers", liveReaders);
  }

  private static void check(String key, int value) {
    Check.that(value >= 1 && value <= MOST, key, value, "1 to " + MOST);
  }
}
