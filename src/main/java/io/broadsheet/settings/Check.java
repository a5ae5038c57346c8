package io.broadsheet.settings;

import org.jspecify.annotations.Nullable;

/** Stops the start on a value that cannot be used. */
final class Check {
  private Check() {}

  static void that(boolean holds, String key, @Nullable Object value, String allowed) {
    if (!holds) {
      throw new BadSetting(key, String.valueOf(value), allowed);
    }
  }
}
