package io.broadsheet.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key pair by which a member signs in, as far as we know it.
 *
 * @param credential its id, Base64 for addresses, unique
 * @param label what its owner calls it
 * @param created when it was added
 * @param used when it last signed its owner in; null for never
 * @param synced whether its owner's other devices have it too
 */
public record Passkey(
    String credential, String label, Instant created, @Nullable Instant used, boolean synced) {
  /** How many characters a label may have. */
  public static final int LONGEST_LABEL = 60;

  public Passkey {
    if (label.isBlank() || label.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException("a label has 1 to 60 characters: " + label);
    }
  }
}
