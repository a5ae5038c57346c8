package io.broadsheet.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How pages are kept in memory.
 *
 * @param cache the most memory that rendered fragments may hold, 1 MB to 64 GB
 */
public record PageSettings(@DefaultValue("64MB") DataSize cache) {
  public PageSettings {
    Check.that(
        cache.toMegabytes() >= 1 && cache.toGigabytes() <= 64,
        "broadsheet.pages.cache",
        cache,
        "1MB to 64GB");
  }
}
