package io.broadsheet.accounts;

import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import java.time.InstantSource;
import java.util.Set;

/** Opens readers for tests of other packages. */
public final class TestReaders {
  /** Where anybody may take part under any name. */
  public static final SignInWays ANYBODY = new SignInWays(Set.of(SignInWays.Way.NAME));

  private TestReaders() {}

  /** Returns the cookie by which the readers of this database are known. */
  public static ReaderCookie cookie(Database database, Outbox outbox, InstantSource clock) {
    return new ReaderCookie(new Readers(new ReaderSessions(database, outbox, clock)), false);
  }
}
