package io.broadsheet.settings;

import java.util.Collection;

/** A setting that cannot be used, named with its value and with what is allowed. */
public final class BadSetting extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

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

  private BadSetting(String sentence) {
    super(sentence);
  }

  /** Describes a setting of a name that does not exist. */
  static BadSetting unknown(String key, String value, String place, Collection<String> allowed) {
    return new BadSetting(
        "There is no setting "
            + key
            + ", which "
            + place
            + " sets to “"
            + value
            + "”; allowed are "
            + String.join(", ", allowed)
            + ".");
  }

  /** Describes a settings file that cannot be read at all. */
  static BadSetting unreadable(String place, String reason) {
    return new BadSetting(
        "The settings in " + place + " cannot be read (" + reason + "): correct the file.");
  }
}
