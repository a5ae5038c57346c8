package io.broadsheet.articles;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.audit.AuditEntry;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class PreviewsTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final TestDatabase opened;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Drafts drafts;
  private final Previews previews;
  private Instant now = NOON;

  PreviewsTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    JsonMapper json = JsonMapper.shared();
    outbox = new Outbox(opened.database(), () -> now, json);
    Articles articles = new Articles(opened.database(), outbox, () -> now, json);
    audit = new AuditLog(opened.database(), () -> now);
    drafts = new Drafts(opened.database(), outbox, audit, () -> now, json);
    previews = new Previews(opened.database(), articles, drafts, audit, () -> now);
  }

  @AfterEach
  void close() {
    outbox.stop();
    opened.close();
  }

  @Test
  void aLinkShowsWhatIsWrittenUntilItExpires() {
    long id = drafts.begin(Language.EN, content("Bridge"), "Aida");
    String secret = previews.make(id, DAY, "Aida");
    assertThat(headline(secret)).isEqualTo("Bridge");
    Draft draft = drafts.open(id).orElseThrow();
    drafts.save(id, draft.mark(), content("Bridge opens"), "Aida");
    assertThat(headline(secret)).isEqualTo("Bridge opens");
    assertThat(previews.of(id)).extracting(PreviewLink::by).containsExactly("Aida");
    now = now.plus(DAY);
    assertThat(previews.open(secret)).isEmpty();
    assertThat(previews.of(id)).isEmpty();
    assertThat(previews.open("guessed")).isEmpty();
    assertThat(previews.open("A".repeat(43))).isEmpty();
  }

  @Test
  void aLinkCanBeEndedAndWhoMadeItIsWrittenDown() {
    long id = drafts.begin(Language.EN, content("Bridge"), "Aida");
    String secret = previews.make(id, DAY, "Aida");
    String name = previews.of(id).getFirst().name();
    assertThat(previews.end(id + 1, name, "Berik")).as("of another story").isFalse();
    assertThat(previews.end(id, name, "Berik")).isTrue();
    assertThat(previews.end(id, name, "Berik")).isFalse();
    assertThat(previews.open(secret)).isEmpty();
    assertThat(audit.of("story " + id, 2))
        .extracting(AuditEntry::actor, AuditEntry::action)
        .containsExactly(tuple("Berik", "story.preview.end"), tuple("Aida", "story.preview"));
  }

  @Test
  void noLinkLastsForGood() {
    long id = drafts.begin(Language.EN, content("Bridge"), "Aida");
    assertThatThrownBy(() -> previews.make(id, Duration.ofDays(31), "Aida"))
        .isInstanceOf(InvalidArticle.class);
    assertThatThrownBy(() -> previews.make(id, Duration.ZERO, "Aida"))
        .isInstanceOf(InvalidArticle.class);
  }

  private String headline(String secret) {
    return previews.open(secret).orElseThrow().article().content().headline();
  }
}
