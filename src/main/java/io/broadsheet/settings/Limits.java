package io.broadsheet.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one address block may ask for.
 *
 * @param viewsPerMinute views that one /24 (IPv4) or /48 (IPv6) block may send a minute, 1 to
 *     1,000,000
 */
public record Limits(@DefaultValue("600") int viewsPerMinute) {
  public Limits {
    Check.that(
        viewsPerMinute >= 1 && viewsPerMinute <= 1_000_000,
        "broadsheet.limits.views-per-minute",
        viewsPerMinute,
        "1 to 1000000");
  }
}
