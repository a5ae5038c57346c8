package io.broadsheet.audience;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** Receives what was read in an hour. */
@FunctionalInterface
public interface HourReader {
  /** Takes the hour that begins here, with the views of each article that was read in it. */
  void read(Instant hour, Map<Long, Long> views) throws IOException;
}
