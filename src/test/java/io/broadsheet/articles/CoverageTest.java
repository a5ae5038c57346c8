package io.broadsheet.articles;

import static io.broadsheet.articles.TestArticles.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.audit.AuditEntry;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class CoverageTest {
  private final TestDatabase opened;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Coverage coverage;
  private final List<CoverageChanged> told = new ArrayList<>();
  private final long story;
  private Instant now = NOON;

  CoverageTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    JsonMapper json = JsonMapper.shared();
    outbox = new Outbox(opened.database(), () -> now, json);
    outbox.subscribe(CoverageChanged.class, told::add);
    outbox.start();
    audit = new AuditLog(opened.database(), () -> now);
    coverage = new Coverage(opened.database(), outbox, audit, () -> now, json);
    story =
        new Articles(opened.database(), outbox, () -> now, json)
            .save(TestArticles.story("u:1", Language.EN, "Flood"))
            .id();
  }

  @AfterEach
  void close() {
    outbox.stop();
    opened.close();
  }

  @Test
  void entriesArePublishedOneByOneWhileTheStoryGoesOn() throws Exception {
    assertThat(coverage.publish(story, "Too early", body("x"), "Aida")).isEmpty();
    assertThat(coverage.standing(story)).isEmpty();
    coverage.set(story, true, "Aida");
    long first = publish("The river rises");
    now = now.plusSeconds(60);
    long second = publish("The bridge is closed");
    assertThat(coverage.entries(story, Long.MAX_VALUE, 10))
        .extracting(CoverageEntry::id)
        .containsExactly(second, first);
    CoverageEntry newest = coverage.find(story, second).orElseThrow();
    assertThat(newest.at()).isEqualTo(now);
    assertThat(newest.body().text()).isEqualTo("The bridge is closed.");
    assertThat(coverage.open()).isEqualTo(Map.of(story, 3L));
    coverage.set(story, false, "Aida");
    assertThat(coverage.publish(story, "Too late", body("x"), "Aida")).isEmpty();
    assertThat(coverage.open()).isEmpty();
    assertThat(coverage.standing(story).orElseThrow().open()).isFalse();
    coverage.set(story, true, "Aida");
    assertThat(coverage.standing(story).orElseThrow().begun()).isEqualTo(NOON);
    outbox.flush();
    assertThat(told)
        .isEqualTo(
            Stream.of(1L, 2L, 3L, 4L, 5L)
                .map(version -> new CoverageChanged(story, version))
                .toList());
    assertThat(audit.of("story " + story, 10))
        .extracting(AuditEntry::action)
        .containsExactly(
            "story.live", "story.live.end", "story.entry", "story.entry", "story.live");
  }

  @Test
  void anEntryIsRewrittenRemovedAndPutBackByWhoeverReadItLast() {
    coverage.set(story, true, "Aida");
    long id = publish("The river rises");
    CoverageEntry read = coverage.find(story, id).orElseThrow();
    // Also within one millisecond nobody overwrites what they have not read.
    assertThat(coverage.rewrite(story, read, "It rises fast", body("Fast."), "Berik"))
        .isEqualTo(Coverage.Changed.DONE);
    assertThat(coverage.rewrite(story, read, "It does not rise", body("No."), "Aida"))
        .isEqualTo(Coverage.Changed.OVERTAKEN);
    assertThat(coverage.remove(story, read, true, "Aida")).isEqualTo(Coverage.Changed.OVERTAKEN);
    CoverageEntry now = coverage.find(story, id).orElseThrow();
    assertThat(now.title()).isEqualTo("It rises fast");
    assertThat(coverage.remove(story, now, true, "Aida")).isEqualTo(Coverage.Changed.DONE);
    assertThat(coverage.entries(story, Long.MAX_VALUE, 10)).isEmpty();
    CoverageEntry removed = coverage.all(story, Long.MAX_VALUE, 10).getFirst();
    assertThat(removed.removed()).isTrue();
    assertThat(coverage.remove(story, removed, false, "Aida")).isEqualTo(Coverage.Changed.DONE);
    assertThat(coverage.entries(story, Long.MAX_VALUE, 10)).hasSize(1);
    assertThat(coverage.remove(story + 1, removed, true, "Aida"))
        .isEqualTo(Coverage.Changed.MISSING);
    AuditEntry change = audit.of("story " + story, 3).getLast();
    assertThat(change.before()).isEqualTo("The river rises\nThe river rises.");
    assertThat(change.after()).isEqualTo("It rises fast\nFast.");
  }

  @Test
  void anEntrySaysSomething() {
    coverage.set(story, true, "Aida");
    Body empty = Body.of(List.of(new Block.Paragraph(List.of())));
    assertThatThrownBy(() -> coverage.publish(story, " ", empty, "Aida"))
        .isInstanceOf(InvalidArticle.class);
    assertThatThrownBy(() -> coverage.publish(story, "x".repeat(301), body("x"), "Aida"))
        .isInstanceOf(InvalidArticle.class);
    assertThat(coverage.publish(story, "Title alone", empty, "Aida")).isPresent();
  }

  @Test
  void pagesOfThousandsOfEntriesFollowOneAnother() {
    coverage.set(story, true, "Aida");
    opened
        .database()
        .write(
            sql -> {
              for (int i = 0; i < 3_000; i++) {
                coverage.publish(story, "Entry " + i, body("Text " + i), "Aida");
              }
              return 0;
            });
    long before = Long.MAX_VALUE;
    List<String> titles = new ArrayList<>();
    while (true) {
      List<CoverageEntry> page = coverage.entries(story, before, 30);
      if (page.isEmpty()) {
        break;
      }
      page.forEach(entry -> titles.add(entry.title()));
      before = page.getLast().id();
    }
    assertThat(titles).hasSize(3_000).startsWith("Entry 2999").endsWith("Entry 0");
  }

  private long publish(String title) {
    return coverage.publish(story, title, body(title + "."), "Aida").orElseThrow();
  }

  private static Body body(String text) {
    return HtmlBody.plain(text);
  }
}
