package io.broadsheet.rates;

import io.broadsheet.settings.SourceSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings of sources for tests. */
final class TestSource {
  private TestSource() {}

  static SourceSettings of(
      String name, SourceSettings.Format format, String url, Duration timeout) {
    return of(
        name,
        format,
        url,
        timeout,
        null,
        new SourceSettings.Fields("", "currency", "buy", "sell", "units", "office", "city", "at"),
        false,
        ",");
  }

  static SourceSettings of(
      String name,
      SourceSettings.Format format,
      String url,
      Duration timeout,
      @Nullable String office,
      SourceSettings.Fields fields,
      boolean decimalComma,
      String separator) {
    return new SourceSettings(
        name,
        format,
        url,
        Duration.ofHours(2),
        timeout,
        office,
        null,
        null,
        null,
        false,
        separator,
        decimalComma,
        fields);
  }
}
