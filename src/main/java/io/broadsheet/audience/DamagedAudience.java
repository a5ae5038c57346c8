package io.broadsheet.audience;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file of the audience cannot be used; the message says which one and how to restore it. */
public final class DamagedAudience extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedAudience(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
