package io.broadsheet.articles;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.content;
import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class CorrectionsTest {
  private final Dialect dialect;
  private final TestDatabase opened;
  private final Outbox outbox;
  private final Articles articles;
  private final Drafts drafts;
  private Instant now = NOON;

  CorrectionsTest(Dialect dialect) {
    this.dialect = dialect;
    opened = TestDatabase.open(dialect);
    JsonMapper json = JsonMapper.shared();
    outbox = new Outbox(opened.database(), () -> now, json);
    articles = new Articles(opened.database(), outbox, () -> now, json);
    AuditLog audit = new AuditLog(opened.database(), () -> now);
    drafts = new Drafts(opened.database(), outbox, audit, () -> now, json);
  }

  @AfterEach
  void close() {
    outbox.stop();
    opened.close();
  }

  @Test
  void whatWasPutRightIsListedNewestFirstWithWhatChanged() {
    long bridge = published("Bridge");
    long ferry = published("Ferry");
    correct(bridge, "Bridge opens", "It opens.");
    correct(ferry, "Ferry sails", "It sails.");
    correct(bridge, "Bridge opens late", "It opens late.");
    List<Corrected> found = articles.corrections(Language.EN, 0, 10);
    assertThat(found)
        .extracting(one -> one.correction().note())
        .containsExactly("It opens late.", "It sails.", "It opens.");
    assertThat(found).extracting(Corrected::n).containsExactly(1, 0, 0);
    assertThat(found.getFirst().story().headline()).isEqualTo("Bridge opens late");
    assertThat(found.getFirst().correction().at()).isEqualTo(now);
    assertThat(found.getFirst().changes().getFirst())
        .containsExactly(
            new TextDiff.Piece(TextDiff.Kind.SAME, "Bridge "),
            new TextDiff.Piece(TextDiff.Kind.DELETED, "opens"),
            new TextDiff.Piece(TextDiff.Kind.INSERTED, "opens late"));
    assertThat(articles.corrections(Language.EN, 1, 1)).containsExactly(found.get(1));
    assertThat(articles.corrections(Language.RU, 0, 10)).isEmpty();

    drafts.retract(bridge, State.WITHDRAWN, "Nothing of it was true.", "Berik");
    assertThat(articles.corrections(Language.EN, 0, 10)).containsExactly(found.get(1));
    assertThat(articles.find(bridge))
        .isEqualTo(new Finding.Gone(bridge, Language.EN, "Nothing of it was true."));
  }

  @Test
  void thoseThatWereThereBeforeTheListAreFoundForIt() throws Exception {
    long bridge = published("Bridge");
    correct(bridge, "Bridge opens", "It opens.");
    List<Corrected> kept = articles.corrections(Language.EN, 0, 10);
    opened
        .database()
        .write(
            sql -> {
              sql.sql("DELETE FROM correction").update();
              return sql.sql(takeIn()).update();
            });
    assertThat(articles.corrections(Language.EN, 0, 10))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("changes")
        .isEqualTo(kept);
  }

  @Test
  void whatAnArticleHasSaidIsKept() {
    long bridge = published("Bridge");
    correct(bridge, "Bridge opens", "It opens.");
    correct(bridge, "Bridge opens late", "It opens late.");
    assertThat(articles.revisions(bridge, 10))
        .extracting(revision -> revision.content().headline())
        .startsWith("Bridge opens late", "Bridge opens", "Bridge");
    assertThat(articles.revisions(bridge, 1)).hasSize(1);
    assertThat(articles.revisions(999, 10)).isEmpty();
  }

  private String takeIn() {
    String path =
        "/db/migration/" + dialect.name().toLowerCase(Locale.ROOT) + "/V20__corrections.sql";
    try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream(path))) {
      String migration = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return migration.substring(migration.indexOf("INSERT INTO")).replace(";", "");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private long published(String headline) {
    long id = drafts.begin(Language.EN, content(headline), "Aida");
    release(id, null);
    return id;
  }

  private void correct(long id, String headline, String note) {
    Content before = drafts.open(id).orElseThrow().content();
    drafts.save(
        id,
        drafts.open(id).orElseThrow().mark(),
        content(headline).with(before.corrections()),
        "Aida");
    release(id, note);
  }

  private void release(long id, @org.jspecify.annotations.Nullable String note) {
    now = now.plus(Duration.ofMinutes(1));
    assertThat(
            drafts.release(
                id,
                drafts.open(id).orElseThrow().mark(),
                new Release(null, null, null, note),
                "Berik"))
        .isInstanceOf(Released.Done.class);
  }
}
