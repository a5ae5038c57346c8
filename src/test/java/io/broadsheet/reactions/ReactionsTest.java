package io.broadsheet.reactions;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.State;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.OwnAudience;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class ReactionsTest {
  private static final List<String> OFFERED = List.of("👍", "❤️", "😢");

  private final TestDatabase opened;
  private final Outbox outbox;
  private final Articles articles;
  private final long story;
  private Reactions reactions;
  private volatile Instant now = NOON.plusSeconds(60);

  ReactionsTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    outbox = new Outbox(opened.database(), () -> now, JsonMapper.shared());
    outbox.start();
    articles = new Articles(opened.database(), outbox, () -> now, JsonMapper.shared());
    story = articles.save(story("u:1", Language.EN, "Ferry")).id();
    reactions = open();
  }

  @AfterEach
  void close() {
    outbox.stop();
    opened.close();
  }

  @Test
  void aReaderHasOneReactionWhichMayBeChangedAndTakenBack() {
    assertThat(react(7, "👍")).isEqualTo(new Answer.Done(numbers(1, 0, 0), true));
    assertThat(react(7, "👍")).isEqualTo(new Answer.Done(numbers(1, 0, 0), false));
    assertThat(react(8, "❤️")).isEqualTo(new Answer.Done(numbers(1, 1, 0), true));
    assertThat(react(7, "❤️")).isEqualTo(new Answer.Done(numbers(0, 2, 0), true));
    assertThat(reactions.of(story, 7)).contains("❤️");
    assertThat(reactions.ofReader(7)).containsExactly(new Reactions.Own(story, "❤️", now));
    assertThat(reactions.takeBack(story, 7, 1)).isEqualTo(new Answer.Done(numbers(0, 1, 0), true));
    assertThat(reactions.takeBack(story, 7, 1)).isEqualTo(new Answer.Done(numbers(0, 1, 0), false));
    assertThat(reactions.of(story, 7)).isEmpty();
    assertThat(reactions.recount()).isEmpty();
  }

  @Test
  void onlyWhatIsOfferedAndOnlyToWhatIsPublished() {
    assertThat(react(7, "💩")).isEqualTo(new Answer.NotOffered());
    assertThat(react(7, "<script>")).isEqualTo(new Answer.NotOffered());
    assertThat(reactions.react(story + 1, 7, "👍", 1)).isEqualTo(new Answer.NoArticle());
    long draft =
        articles
            .save(story("u:2", "u:2", Language.EN, "Draft", NOON, State.DRAFT, null, null))
            .id();
    assertThat(reactions.react(draft, 7, "👍", 1)).isEqualTo(new Answer.NoArticle());
  }

  @Test
  void whatIsNoLongerOfferedGoesOnToCount() {
    react(7, "😢");
    reactions = new Reactions(opened.database(), articles, outbox, () -> now, List.of("👍"));
    assertThat(reactions.of(story).counts())
        .containsExactly(new Reacted.Kind("👍", 0), new Reacted.Kind("😢", 1));
    assertThat(reactions.of(story).total()).isEqualTo(1);
  }

  @Test
  void whoSignsInKeepsWhatTheBrowserGave() {
    long other = articles.save(story("u:3", Language.EN, "Bridge")).id();
    react(7, "👍");
    react(3, "❤️");
    reactions.react(other, 7, "😢", 1);
    reactions.adopt(7, 3);
    assertThat(reactions.of(story)).isEqualTo(numbers(0, 1, 0));
    assertThat(reactions.of(other, 3)).contains("😢");
    assertThat(reactions.ofReader(7)).isEmpty();
    assertThat(reactions.recount()).isEmpty();
  }

  @Test
  void oneHouseholdCannotSpeakForACrowd() {
    int done = 0;
    for (int reader = 1; reader <= 1_000; reader++) {
      if (reactions.react(story, reader, "👍", 0xcb007100L + reader % 256) instanceof Answer.Done) {
        done++;
      }
    }
    assertThat(done).isEqualTo(600);
    assertThat(reactions.react(story, 2_000, "👍", 0xcb007100L)).isEqualTo(new Answer.Limited(6));
    // Others, and other stories, are as free as before.
    assertThat(reactions.react(story, 2_000, "👍", 0xcb007200L)).isInstanceOf(Answer.Done.class);
  }

  @Test
  void manyAtOnceAreCountedToTheLast() throws Exception {
    try (ExecutorService readers = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all =
          java.util.stream.IntStream.range(0, 400)
              .<Future<?>>mapToObj(
                  i ->
                      readers.submit(
                          () -> {
                            // Each reader twice at once, from elsewhere and wanting another.
                            reactions.react(story, 1 + i / 2, OFFERED.get(i % 2), (long) i << 8);
                          }))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(reactions.of(story).total()).isEqualTo(200);
    assertThat(reactions.recount()).isEmpty();
  }

  @Test
  void theAudienceKnowsThemAtOnceAndAfterARestart() throws Exception {
    try (OwnAudience tested = OwnAudience.open(() -> now)) {
      Audience audience = tested.audience();
      audience.admit(story, "en", java.util.Set.of(), true);
      ReactionWeights weights = new ReactionWeights(reactions, audience, () -> now);
      outbox.subscribe(ReactionsChanged.class, event -> weights.tell(event.article()));
      long seed = new Random().nextLong();
      System.out.println("seed " + seed);
      Random random = new Random(seed);
      Map<Long, String> expected = new HashMap<>();
      for (int i = 0; i < 300; i++) {
        now = now.plus(Duration.ofSeconds(random.nextInt(40)));
        long reader = 1L + random.nextInt(60);
        if (random.nextInt(3) == 0) {
          reactions.takeBack(story, reader, (long) i << 8);
          expected.remove(reader);
        } else {
          String emoji = OFFERED.get(random.nextInt(3));
          reactions.react(story, reader, emoji, (long) i << 8);
          expected.put(reader, emoji);
        }
        assertThat(reactions.of(story).total()).isEqualTo(expected.size());
      }
      for (String emoji : OFFERED) {
        long wanted = expected.values().stream().filter(emoji::equals).count();
        assertThat(reactions.of(story).counts()).contains(new Reacted.Kind(emoji, wanted));
      }
      outbox.flush();
      assertThat(audience.counts(story).reactions()).isEqualTo(expected.size());
      assertThat(reactions.recount()).isEmpty();
      try (OwnAudience restarted = OwnAudience.open(() -> now)) {
        new ReactionWeights(open(), restarted.audience(), () -> now).load();
        assertThat(restarted.audience().counts(story).reactions()).isEqualTo(expected.size());
      }
    }
  }

  private Reactions open() {
    return new Reactions(opened.database(), articles, outbox, () -> now, OFFERED);
  }

  private Answer react(long reader, String emoji) {
    return reactions.react(story, reader, emoji, 1);
  }

  private static Reacted numbers(long... counts) {
    return new Reacted(
        java.util.stream.IntStream.range(0, OFFERED.size())
            .mapToObj(i -> new Reacted.Kind(OFFERED.get(i), counts[i]))
            .toList());
  }
}
