package io.broadsheet.audience;

import io.broadsheet.TestFolders;
import java.io.IOException;
import java.time.InstantSource;

/** An audience on a folder of its own, for tests of what tells it of comments and reactions. */
public record OwnAudience(Audience audience) implements AutoCloseable {

  /** Opens one that nobody has read in yet. */
  public static OwnAudience open(InstantSource clock) throws IOException {
    return new OwnAudience(
        Audience.open(TestFolders.create(), clock, new AudienceLimits(600, 1_000, 100, 1_000)));
  }

  @Override
  public void close() {
    audience.close();
  }
}
