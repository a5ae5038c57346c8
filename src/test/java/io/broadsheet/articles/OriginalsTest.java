package io.broadsheet.articles;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.audit.AuditEntry;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class OriginalsTest {
  private static final Topic CITY = new Topic("city", "City");

  private final TestDatabase opened;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Articles articles;
  private final Drafts drafts;
  private final Originals originals;
  private Instant now = NOON;

  OriginalsTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    JsonMapper json = JsonMapper.shared();
    outbox = new Outbox(opened.database(), () -> now, json);
    audit = new AuditLog(opened.database(), () -> now);
    articles = new Articles(opened.database(), outbox, () -> now, json);
    drafts = new Drafts(opened.database(), outbox, audit, () -> now, json);
    originals = new Originals(opened.database(), drafts, audit, json);
  }

  @AfterEach
  void close() {
    outbox.stop();
    opened.close();
  }

  @Test
  void anEditionBeginsWithTheSourcesOfItsOriginalAndWithoutItsWords() {
    articles.save(TestArticles.story("urn:x", Language.KK, "Көпір", new Topic("city", "Қала")));
    long english = drafts.begin(Language.EN, content("Bridge", CITY), "Aida");
    long kazakh = originals.begin(english, Language.KK, "Aida").orElseThrow();
    Content begun = drafts.open(kazakh).orElseThrow().content();
    assertThat(begun.headline()).isEmpty();
    assertThat(begun.body().content()).isEmpty();
    assertThat(begun.sources()).hasSize(1);
    assertThat(begun.topics()).containsExactly(new Topic("city", "Қала"));
    assertThat(originals.of(english)).isEmpty();
    assertThat(originals.of(kazakh).orElseThrow().now().headline()).isEqualTo("Bridge");
    Article article = articles.get(english).orElseThrow();
    assertThat(originals.editions(article.story()))
        .extracting(Teaser::id)
        .containsExactly(english, kazakh);
    assertThatThrownBy(() -> originals.begin(english, Language.KK, "Aida"))
        .isInstanceOf(InvalidArticle.class);
    assertThat(originals.begin(999, Language.KK, "Aida")).isEmpty();
  }

  @Test
  void anEditionIsBehindUntilWhatChangedIsCarriedAcross() {
    long english = drafts.begin(Language.EN, content("Bridge"), "Aida");
    long kazakh = originals.begin(english, Language.KK, "Aida").orElseThrow();
    assertThat(originals.of(kazakh).orElseThrow().movedOn()).isFalse();
    publish(english, "Bridge opens", null);
    assertThat(originals.of(kazakh).orElseThrow().movedOn()).as("its draft moved on").isTrue();
    assertThat(carried(kazakh)).isTrue();
    assertThat(originals.of(kazakh).orElseThrow().movedOn()).isFalse();

    write(english, "Bridge opens late");
    assertThat(originals.of(kazakh).orElseThrow().movedOn())
        .as("readers do not see it yet")
        .isFalse();
    drafts.breaking(english, now.plus(Duration.ofHours(1)), "Boss");
    assertThat(originals.of(kazakh).orElseThrow().movedOn()).as("it says the same").isFalse();
    publish(english, "Bridge opens late", "It opens late.");
    Original behind = originals.of(kazakh).orElseThrow();
    assertThat(behind.movedOn()).isTrue();
    assertThat(behind.corrections()).extracting(Correction::note).containsExactly("It opens late.");
    assertThat(behind.changes().getFirst())
        .contains(new TextDiff.Piece(TextDiff.Kind.INSERTED, "opens late"));

    publish(english, "Bridge opens at noon", null);
    assertThat(originals.carried(kazakh, behind.now(), "Aida"))
        .as("it moved on once more, unread")
        .isFalse();
    assertThat(carried(kazakh)).isTrue();
    assertThat(audit.of("story " + kazakh, 1))
        .extracting(AuditEntry::action)
        .containsExactly("story.carried");
    assertThat(originals.carried(english, behind.now(), "Aida")).isFalse();
  }

  private boolean carried(long edition) {
    return originals.carried(edition, originals.of(edition).orElseThrow().now(), "Aida");
  }

  private void write(long id, String headline) {
    Draft before = drafts.open(id).orElseThrow();
    Content content = content(headline).with(before.content().corrections());
    drafts.save(id, before.mark(), content, "Aida");
  }

  private void publish(long id, String headline, @Nullable String correction) {
    write(id, headline);
    now = now.plus(Duration.ofMinutes(1));
    assertThat(
            drafts.release(
                id,
                drafts.open(id).orElseThrow().mark(),
                new Release(null, null, null, correction),
                "Berik"))
        .isInstanceOf(Released.Done.class);
  }
}
