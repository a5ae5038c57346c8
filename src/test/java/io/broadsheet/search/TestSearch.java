package io.broadsheet.search;

import io.broadsheet.articles.Editions;
import io.broadsheet.database.DataFolder;
import io.broadsheet.events.Outbox;
import java.nio.file.Path;
import java.time.InstantSource;

/** Opens a search that hears of what is written. */
public final class TestSearch {
  private TestSearch() {}

  /** Starts the outbox and a search whose index lies in this folder. */
  public static Search open(Path folder, Editions editions, Outbox outbox, InstantSource clock) {
    Search search =
        new SearchConfiguration().search(new DataFolder(folder), editions, outbox, clock);
    outbox.start();
    search.start();
    return search;
  }
}
