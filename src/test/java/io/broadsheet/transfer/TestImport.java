package io.broadsheet.transfer;

import io.broadsheet.TestFolders;
import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Drafts;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.AudienceLimits;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.DataFolder;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.media.Media;
import io.broadsheet.rates.Rates;
import io.broadsheet.settings.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** An import into an empty database, and a folder for its files. */
final class TestImport implements AutoCloseable {
  /** Noon in Almaty, the site's time zone. */
  static final Instant NOON = Instant.parse("2026-11-20T07:00:00Z");

  final Articles articles;
  final AuditLog audit;
  final Drafts drafts;
  final ExchangedBody bodies;
  final Rates rates;
  final Media media;
  final Audience audience;
  final Site site = TestDatabase.settings(null).site();
  Instant now = NOON;

  final Outbox outbox;

  private final TestDatabase opened;
  private final Import imports;
  private final Path folder;

  TestImport(Dialect dialect) {
    InstantSource clock = () -> now;
    opened = TestDatabase.open(dialect);
    outbox = new Outbox(opened.database(), clock, JsonMapper.shared());
    articles = new Articles(opened.database(), outbox, clock, JsonMapper.shared());
    audit = new AuditLog(opened.database(), clock);
    drafts = new Drafts(opened.database(), outbox, audit, clock, JsonMapper.shared());
    bodies = new ExchangedBody(site, articles);
    rates = new Rates(opened.database(), outbox, clock, site.timeZone(), TestDatabase.rates());
    try {
      folder = TestFolders.create();
      audience =
          Audience.open(
              Files.createDirectories(folder.resolve("data")), clock, AudienceLimits.of(600));
      media = new Media(opened.database(), DataFolder.at(folder.resolve("data")), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    imports =
        new Import(
            site, new NinjsReader(site), intake(), articles, audience, rates, outbox::flush, clock);
    outbox.start();
  }

  /** Writes a file. */
  Path file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file. */
  Path file(String name, byte[] content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a folder that holds files. */
  Path folder(String name) {
    return folder.resolve(name);
  }

  Recorded take(Path... paths) {
    Recorded recorded = new Recorded();
    take(recorded, false, paths);
    return recorded;
  }

  Recorded takeText(String content) {
    return take(file("input", content));
  }

  ImportReport take(Recorded recorded, boolean dryRun, Path... paths) {
    return take(recorded, new ImportOptions(dryRun, false), paths);
  }

  ImportReport take(Recorded recorded, ImportOptions options, Path... paths) {
    try {
      return imports.run(List.of(paths), options, recorded);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns what else takes stories in. */
  Intake intake() {
    return new Intake(articles, bodies, new PictureFiles(media, site), () -> now);
  }

  Article article(String uri) {
    return articles.idOf(uri).flatMap(articles::get).orElseThrow();
  }

  @Override
  public void close() {
    outbox.stop();
    audience.close();
    opened.close();
  }
}
