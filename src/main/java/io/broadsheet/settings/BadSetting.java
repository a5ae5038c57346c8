package io.broadsheet.settings;

/** A setting that cannot be used, named with its value and with what is allowed. */
public final class BadSetting extends IllegalArgumentException {
  /**
   * Describes a setting that cannot be used.
   *
   * @param key the setting's full name, such as {@code broadsheet.site.url}
   * @param value what it was set to
   * @param allowed what would have been accepted, as a phrase that follows "allowed is"
   */
  public BadSetting(String key, String value, String allowed) {
    super("The setting " + key + " is “" + value + "”; allowed is " + allowed + ".");
  }
}
