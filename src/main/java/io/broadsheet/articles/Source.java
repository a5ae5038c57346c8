package io.broadsheet.articles;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who says what a story says.
 *
 * @param name shown to readers, 1 to 300 characters
 * @param kind what sort of source it is
 * @param link where it can be read, http or https; null where it cannot
 * @param date when it said so; null where that is not known
 */
public record Source(String name, Kind kind, @Nullable String link, @Nullable LocalDate date) {
  /** What sort of source one is. */
  public enum Kind {
    /** An authority, a company or a person speaking for themselves. */
    OFFICIAL,
    /** A news agency or another newsroom. */
    WIRE,
    /** A paper, a register, a dataset. */
    DOCUMENT,
    /** The newsroom's own reporting. */
    OWN
  }

  public Source {
    Check.line("The name of a source", name, 300);
    Check.that(
        link == null
            || (link.length() <= 2_000 && link.startsWith("http") && Check.isSafeLink(link)),
        "The link of the source “" + name + "” is not an http or https address.");
  }
}
