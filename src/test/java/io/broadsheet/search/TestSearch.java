package io.broadsheet.search;

import io.broadsheet.articles.Editions;
import io.broadsheet.database.DataFolder;
import io.broadsheet.events.Outbox;
import java.nio.file.Path;
import java.time.InstantSource;

/** Both searches, which hear of what is written. */
public final class TestSearch implements AutoCloseable {
  private final KeptIndex deskIndex;
  private final DeskSearch desk;

  private TestSearch(KeptIndex deskIndex, InstantSource clock) {
    this.deskIndex = deskIndex;
    this.desk = new DeskSearch(deskIndex, clock);
  }

  /** Starts the outbox and searches whose indexes lie in this folder. */
  public static TestSearch open(
      Path folder, Editions editions, Outbox outbox, InstantSource clock) {
    TestSearch search =
        new TestSearch(
            new SearchConfiguration().deskIndex(new DataFolder(folder), editions, outbox), clock);
    outbox.start();
    search.start();
    return search;
  }

  /** Returns the newsroom's. */
  public DeskSearch desk() {
    return desk;
  }

  /** Opens the indexes again. */
  void start() {
    deskIndex.start();
  }

  @Override
  public void close() {
    deskIndex.stop();
  }
}
