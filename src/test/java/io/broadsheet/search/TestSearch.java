package io.broadsheet.search;

import io.broadsheet.articles.Editions;
import io.broadsheet.database.DataFolder;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** Both searches, which hear of what is written. */
public final class TestSearch implements AutoCloseable {
  /** Where days begin. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  private final KeptIndex deskIndex;
  private final KeptIndex readersIndex;
  private final DeskSearch desk;
  private final Search readers;

  private TestSearch(KeptIndex deskIndex, KeptIndex readersIndex, InstantSource clock) {
    this.deskIndex = deskIndex;
    this.readersIndex = readersIndex;
    this.desk = new DeskSearch(deskIndex, clock);
    this.readers = new Search(readersIndex, List.of(Language.values()), ZONE, clock);
  }

  /** Starts the outbox and searches whose indexes lie in this folder. */
  public static TestSearch open(
      Path folder, Editions editions, Outbox outbox, InstantSource clock) {
    DataFolder data = new DataFolder(folder);
    TestSearch search =
        new TestSearch(
            SearchConfiguration.deskIndex(data, editions, outbox),
            SearchConfiguration.readersIndex(data, ZONE, editions, outbox),
            clock);
    outbox.start();
    search.start();
    return search;
  }

  /** Returns the newsroom's. */
  public DeskSearch desk() {
    return desk;
  }

  /** Returns the readers'. */
  public Search readers() {
    return readers;
  }

  /** Opens the indexes again. */
  void start() {
    deskIndex.start();
    readersIndex.start();
  }

  @Override
  public void close() {
    deskIndex.stop();
    readersIndex.stop();
  }
}
