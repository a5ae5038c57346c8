package io.broadsheet.comments;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.accounts.Reader;
import io.broadsheet.accounts.ReaderLeft;
import io.broadsheet.accounts.TestReaders;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Topic;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.OwnAudience;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.CommentSettings;
import io.broadsheet.settings.Language;
import io.broadsheet.settings.WordSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class CommentsTest {
  private final TestDatabase opened;
  private final Outbox outbox;
  private final Articles articles;
  private final long story;
  private Comments comments;
  private Moderation moderation;
  private Votes votes;
  private volatile Instant now = NOON.plusSeconds(60);

  CommentsTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    outbox = new Outbox(opened.database(), () -> now, JsonMapper.shared());
    outbox.start();
    articles = new Articles(opened.database(), outbox, () -> now, JsonMapper.shared());
    story = articles.save(story("u:1", Language.EN, "Ferry")).id();
    comments = open(0, 1_000);
    AuditLog audit = new AuditLog(opened.database(), () -> now);
    moderation = new Moderation(opened.database(), comments, audit, () -> now);
    votes = new Votes(opened.database(), comments, () -> now);
  }

  @AfterEach
  void close() {
    outbox.stop();
    opened.close();
  }

  @Test
  void aCommentIsThereOnceHoweverOftenItIsSent() {
    Comment first = accepted(send(7, null, "A good ferry.\r\n\r\n\r\n\u202eIt floats.  "));
    assertThat(first.text()).isEqualTo("A good ferry.\n\nIt floats.");
    assertThat(first.name()).isEqualTo("Reader 7");
    assertThat(send(7, null, "A good ferry.\n\nIt floats."))
        .isEqualTo(new Outcome.Accepted(first, true));
    // Who sends it twice before the first cookie has come is another reader from the same browser.
    Attempt twice =
        new Attempt(
            story, null, reader(8), "Reader 7", "A good ferry.\n\nIt floats.", 7 << 8, "Agent");
    assertThat(comments.submit(twice)).isEqualTo(new Outcome.Accepted(first, true));
    assertThat(comments.of(story)).isEqualTo(new Discussed(1, 1));
  }

  @Test
  void manyAtOnceAreCountedToTheLast() throws Exception {
    try (ExecutorService readers = Executors.newFixedThreadPool(8)) {
      List<Future<Outcome>> all =
          IntStream.range(0, 300)
              .mapToObj(i -> readers.submit(() -> send(1 + i % 100, null, "Text " + i / 2)))
              .toList();
      for (Future<Outcome> one : all) {
        assertThat(one.get()).isInstanceOf(Outcome.Accepted.class);
      }
    }
    Set<String> distinct = new HashSet<>();
    IntStream.range(0, 300).forEach(i -> distinct.add((1 + i % 100) + " " + i / 2));
    assertThat(comments.of(story)).isEqualTo(new Discussed(distinct.size(), 100));
  }

  @Test
  void threadsAreReadPageByPageInEachOrder() {
    List<Comment> sent = new ArrayList<>();
    for (int i = 1; i <= 25; i++) {
      sent.add(accepted(send(i, null, "Thread " + i)));
      now = now.plusSeconds(1);
    }
    for (int voter = 100; voter < 103; voter++) {
      votes.vote(sent.get(4).id(), voter, Votes.Vote.UP, voter);
      votes.vote(sent.get(9).id(), voter, voter < 102 ? Votes.Vote.UP : Votes.Vote.DOWN, voter);
    }
    List<Long> ids = sent.stream().map(Comment::id).toList();
    assertThat(walk(Order.OLDEST)).isEqualTo(ids);
    assertThat(walk(Order.NEWEST)).isEqualTo(ids.reversed());
    List<Long> best = new ArrayList<>(ids.reversed());
    best.remove(ids.get(9));
    best.remove(ids.get(4));
    best.addFirst(ids.get(9));
    best.addFirst(ids.get(4));
    assertThat(walk(Order.BEST)).isEqualTo(best);
  }

  @Test
  void repliesStayInTheirThreadTwoLevelsDeep() {
    Comment root = accepted(send(1, null, "Root"));
    Comment reply = accepted(send(2, root.id(), "Reply"));
    Comment answer = accepted(send(3, reply.id(), "Answer to the reply"));
    assertThat(answer.root()).isEqualTo(root.id());
    assertThat(answer.parent()).isEqualTo(reply.id());
    for (int i = 0; i < 5; i++) {
      send(4 + i, root.id(), "More " + i);
    }
    Threads.Branch thread = comments.threads(story, Order.NEWEST, null, 10).threads().getFirst();
    assertThat(thread.replies()).hasSize(3).startsWith(reply, answer);
    assertThat(thread.more()).isEqualTo(4);
    Threads.Branch rest =
        comments.thread(story, root.id(), thread.replies().getLast().id(), 10).orElseThrow();
    assertThat(rest.replies()).extracting(Comment::text).endsWith("More 4").hasSize(4);
    assertThat(send(9, root.id() + 1_000, "To nobody"))
        .isEqualTo(new Outcome.Rejected(Rule.PARENT, 0));
    // A thread whose beginning was taken down stays for its replies, and goes with the last.
    moderation.decide(List.of(root.id()), Decision.REMOVE, "rude", "Aida");
    assertThat(comments.threads(story, Order.BEST, null, 10).threads()).hasSize(1);
    assertThat(comments.of(story).comments()).isEqualTo(7);
    thread = comments.thread(story, root.id(), 0, 10).orElseThrow();
    moderation.decide(
        thread.replies().stream().map(Comment::id).toList(), Decision.REMOVE, "", "Aida");
    assertThat(comments.threads(story, Order.BEST, null, 10).threads()).isEmpty();
    assertThat(comments.thread(story, root.id(), 0, 10)).isEmpty();
    assertThat(comments.of(story)).isEqualTo(Discussed.NOTHING);
  }

  @Test
  void aReaderMayChangeAWordForFiveMinutesAndTakeItBackForEver() {
    Comment comment = accepted(send(7, null, "First"));
    assertThat(comments.edit(comment.id(), 8, "Hijacked")).isEqualTo(new Edited.NotYours());
    assertThat(comments.edit(comment.id(), 7, " \u200b ")).isEqualTo(new Edited.Unfit(Rule.EMPTY));
    now = now.plus(Duration.ofMinutes(4));
    assertThat(comments.edit(comment.id(), 7, "Second")).isInstanceOf(Edited.Done.class);
    assertThat(comments.find(comment.id()).orElseThrow().edited()).isEqualTo(now);
    now = now.plus(Duration.ofMinutes(1));
    assertThat(comments.edit(comment.id(), 7, "Third")).isEqualTo(new Edited.TooLate());
    assertThat(comments.delete(comment.id(), 8)).isFalse();
    assertThat(comments.delete(comment.id(), 7)).isTrue();
    Comment gone = comments.find(comment.id()).orElseThrow();
    assertThat(gone.text()).isEmpty();
    assertThat(gone.name()).isEmpty();
    assertThat(comments.of(story)).isEqualTo(Discussed.NOTHING);
    assertThat(moderation.decide(List.of(comment.id()), Decision.APPROVE, "", "Aida")).isEmpty();
  }

  @Test
  void anEditIsJudgedLikeAFirstWord() {
    Comment comment = accepted(send(7, null, "Nice"));
    comments.edit(comment.id(), 7, "https://a.example https://b.example https://c.example");
    assertThat(comments.find(comment.id()).orElseThrow())
        .extracting(Comment::state, Comment::rule)
        .containsExactly(State.HELD, Rule.LINKS);
    assertThat(comments.of(story)).isEqualTo(Discussed.NOTHING);
  }

  @Test
  void countsAreTheNumbersOfWhatIsShownWhateverHappens() throws Exception {
    try (OwnAudience own = OwnAudience.open(() -> now)) {
      Audience audience = own.audience();
      CommentWeights weights = new CommentWeights(comments, audience, () -> now);
      outbox.subscribe(CommentsChanged.class, event -> weights.tell(event.article()));
      long seed = new Random().nextLong();
      System.out.println("seed " + seed);
      Random random = new Random(seed);
      List<Long> ids = new ArrayList<>();
      List<Long> decisions = new ArrayList<>();
      for (int step = 0; step < 400; step++) {
        now = now.plusSeconds(random.nextInt(90));
        long reader = 1 + random.nextLong(12);
        Long one = ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
        switch (random.nextInt(7)) {
          case 0, 1, 2 -> {
            if (send(reader, random.nextBoolean() ? one : null, "Text " + step)
                instanceof Outcome.Accepted(Comment comment, boolean _)) {
              ids.add(comment.id());
            }
          }
          case 3 -> decisions.addAll(decide(one, Decision.REMOVE));
          case 4 -> decisions.addAll(decide(one, Decision.APPROVE));
          case 5 -> {
            if (!decisions.isEmpty()) {
              moderation.undo(List.of(decisions.get(random.nextInt(decisions.size()))), "Aida");
            }
          }
          default -> {
            if (one != null && random.nextInt(3) == 0) {
              comments.delete(one, comments.find(one).orElseThrow().reader());
            }
          }
        }
        List<Comment> shown =
            ids.stream()
                .map(id -> comments.find(id).orElseThrow())
                .filter(comment -> comment.state() == State.SHOWN)
                .toList();
        long commenters = shown.stream().map(Comment::reader).distinct().count();
        assertThat(comments.of(story)).isEqualTo(new Discussed(shown.size(), commenters));
        assertThat(visible()).isEqualTo(shown.stream().map(Comment::id).sorted().toList());
      }
      assertThat(comments.recount()).isEmpty();
      outbox.flush();
      assertThat(audience.counts(story).comments()).isEqualTo(comments.of(story).comments());
      try (OwnAudience restarted = OwnAudience.open(() -> now)) {
        new CommentWeights(open(0, 1_000), restarted.audience(), () -> now).load();
        assertThat(restarted.audience().counts(story).comments())
            .isEqualTo(comments.of(story).comments());
      }
    }
  }

  @Test
  void newReadersAreHeldUntilAModeratorHasSeenOne() {
    comments = open(1, 1_000);
    Outcome first = send(7, null, "Hello");
    assertThat(first).isInstanceOf(Outcome.Held.class);
    Comment held = ((Outcome.Held) first).comment();
    assertThat(held.rule()).isEqualTo(Rule.NEW_READER);
    assertThat(send(7, null, "Hello")).isEqualTo(new Outcome.Held(held, true));
    assertThat(moderation.waiting(Queue.HELD, 0, 10))
        .containsExactly(new Moderation.Case(held, List.of(), ""));
    moderation.decide(List.of(held.id()), Decision.APPROVE, "", "Aida");
    assertThat(send(7, null, "Hello again")).isInstanceOf(Outcome.Accepted.class);
    assertThat(comments.of(story)).isEqualTo(new Discussed(2, 1));
  }

  @Test
  void theRulesSayWhyACommentIsNotTaken() {
    assertThat(send(7, null, " \u2800\u3164 ")).isEqualTo(new Outcome.Rejected(Rule.EMPTY, 0));
    assertThat(send(7, null, "x".repeat(5_001))).isEqualTo(new Outcome.Rejected(Rule.LONG, 0));
    assertThat(send(7, null, "x".repeat(1_000_000))).isEqualTo(new Outcome.Rejected(Rule.LONG, 0));
    assertThat(comments.submit(new Attempt(story, null, reader(7), "\u200b", "Hi", 7, "")))
        .isEqualTo(new Outcome.Rejected(Rule.NAME, 0));
    assertThat(comments.submit(new Attempt(99, null, reader(7), "Aida", "Hi", 7, "")))
        .isEqualTo(new Outcome.NoArticle());
    String long1 = "The very same advertisement that is pasted everywhere.";
    assertThat(send(7, null, long1)).isInstanceOf(Outcome.Accepted.class);
    assertThat(send(9, null, long1 + "!")).isEqualTo(new Outcome.Rejected(Rule.REPEATED, 0));
    moderation.ban(7, Duration.ofDays(1), "rude", "Aida");
    assertThat(send(7, null, "Me again")).isEqualTo(new Outcome.Rejected(Rule.BANNED, 0));
    now = now.plus(Duration.ofDays(1)).plusSeconds(1);
    assertThat(send(7, null, "Me again")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aStoryCanBeSlowModeratedOrClosed() {
    moderation.setMode(
        story, new DiscussionMode(DiscussionMode.Kind.OPEN, Duration.ofSeconds(30)), "Aida");
    assertThat(send(7, null, "One")).isInstanceOf(Outcome.Accepted.class);
    assertThat(send(8, null, "One")).isInstanceOf(Outcome.Accepted.class);
    assertThat(send(7, null, "Two")).isEqualTo(new Outcome.Rejected(Rule.SLOW, 31));
    now = now.plusSeconds(30);
    assertThat(send(7, null, "Two")).isInstanceOf(Outcome.Accepted.class);
    moderation.setMode(
        story, new DiscussionMode(DiscussionMode.Kind.MODERATED, Duration.ZERO), "Aida");
    assertThat(send(9, null, "Three")).isInstanceOf(Outcome.Held.class);
    moderation.setMode(
        story, new DiscussionMode(DiscussionMode.Kind.CLOSED, Duration.ZERO), "Aida");
    assertThat(send(9, null, "Four")).isEqualTo(new Outcome.Rejected(Rule.CLOSED, 0));
    assertThat(comments.of(story).comments()).isEqualTo(3);
  }

  @Test
  void floodsAreTurnedAwayByReaderBlockAndStory() {
    comments = open(0, 6);
    for (int i = 0; i < 6; i++) {
      assertThat(send(7, null, "Text " + i)).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(send(7, null, "Text 7")).isEqualTo(new Outcome.Rejected(Rule.READER_RATE, 10));
    now = now.plusSeconds(10);
    assertThat(send(7, null, "Text 7")).isInstanceOf(Outcome.Accepted.class);
    int taken = 0;
    for (int reader = 100; reader < 300; reader++) {
      Attempt attempt =
          new Attempt(story, null, reader(reader), "N", "From " + reader, 0xcb007100L, "A");
      if (comments.submit(attempt) instanceof Outcome.Accepted) {
        taken++;
      }
    }
    assertThat(taken).isEqualTo(120);
  }

  @Test
  void reportsAndObjectionsComeBeforeModerators() {
    Comment comment = accepted(send(7, null, "Hm"));
    assertThat(moderation.report(comment.id(), 8, "Spam")).isTrue();
    assertThat(moderation.report(comment.id(), 8, "Spam again")).isTrue();
    assertThat(moderation.report(comment.id() + 1, 8, "")).isFalse();
    assertThat(moderation.counts()).containsEntry(Queue.REPORTED, 1L).containsEntry(Queue.HELD, 0L);
    assertThat(moderation.waiting(Queue.REPORTED, 0, 10).getFirst().reports())
        .containsExactly("Spam");
    List<Long> made = moderation.decide(List.of(comment.id()), Decision.REMOVE, "Spam", "Aida");
    assertThat(moderation.counts()).containsEntry(Queue.REPORTED, 0L);
    assertThat(moderation.undo(made, "Aida")).isEqualTo(1);
    assertThat(moderation.undo(made, "Aida")).isZero();
    assertThat(moderation.counts()).containsEntry(Queue.REPORTED, 1L);
    moderation.decide(List.of(comment.id()), Decision.REMOVE, "Spam", "Aida");
    assertThat(moderation.appeal(comment.id(), 8, "Not mine")).isFalse();
    assertThat(moderation.appeal(comment.id(), 7, "It was a joke")).isTrue();
    assertThat(moderation.appeal(comment.id(), 7, "Really")).isFalse();
    assertThat(moderation.waiting(Queue.APPEALED, 0, 10).getFirst().appeal())
        .isEqualTo("It was a joke");
    moderation.decide(List.of(comment.id()), Decision.APPROVE, "", "Aida");
    assertThat(moderation.counts().values()).containsOnly(0L);
    assertThat(comments.of(story).comments()).isEqualTo(1);
    assertThat(moderation.record(7))
        .isEqualTo(new ReaderRecord(7, 1, 0, 0, 0, comment.at(), null, ""));
    AuditLog audit = new AuditLog(opened.database(), () -> now);
    assertThat(audit.of("comment " + comment.id(), 10)).hasSize(4);
  }

  @Test
  void aCountThatIsNotTheNumberOfWhatThereIsIsFound() {
    Comment comment = accepted(send(7, null, "Hm"));
    votes.vote(comment.id(), 8, Votes.Vote.UP, 1);
    moderation.report(comment.id(), 8, "Rude");
    assertThat(comments.recount()).isEmpty();
    opened.database().write(sql -> sql.sql("UPDATE discussion SET commenters = 5").update());
    opened.database().write(sql -> sql.sql("UPDATE comment SET replies = 2, ups = 3").update());
    assertThat(comments.recount())
        .containsExactly(
            new CountRows.Drift("commenters", story, 5, 1),
            new CountRows.Drift("replies", comment.id(), 2, 0),
            new CountRows.Drift("votes", comment.id(), 3, 1));
  }

  @Test
  void minutesThatAreLongPastAreForgotten() {
    accepted(send(7, null, "Hm"));
    long minute = TimeUnit.MILLISECONDS.toMinutes(now.toEpochMilli());
    comments.forgetMinutes(minute);
    assertThat(comments.minutes(story, 0)).hasSize(1);
    comments.forgetMinutes(minute + 1);
    assertThat(comments.minutes(story, 0)).isEmpty();
  }

  @Test
  void notesAreAsLongAsTheyMayBeByEveryEntrance() {
    long id = accepted(send(7, null, "Hm")).id();
    String longest = "😀".repeat(1_000);
    String longer = longest + "!";
    for (ThrowingCallable entrance :
        List.<ThrowingCallable>of(
            () -> moderation.report(id, 8, longer),
            () -> moderation.appeal(id, 7, longer),
            () -> moderation.decide(List.of(id), Decision.REMOVE, longer, "Aida"),
            () -> moderation.ban(7, Duration.ofDays(1), longer, "Aida"))) {
      assertThatThrownBy(entrance)
          .isInstanceOf(ResponseStatusException.class)
          .hasMessageContaining("Say why in 1000 characters at most.");
    }
    assertThat(comments.find(id).orElseThrow().state()).isEqualTo(State.SHOWN);
    assertThat(moderation.record(7).bannedUntil()).isNull();
    assertThat(moderation.counts().values()).containsOnly(0L);
    moderation.report(id, 8, longest);
    assertThat(moderation.waiting(Queue.REPORTED, 0, 1).getFirst().reports())
        .containsExactly(longest);
    moderation.decide(List.of(id), Decision.REMOVE, longest, "Aida");
    moderation.appeal(id, 7, longest);
    assertThat(moderation.waiting(Queue.APPEALED, 0, 1).getFirst().appeal()).isEqualTo(longest);
    assertThat(comments.find(id).orElseThrow().reason()).isEqualTo(longest);
  }

  @Test
  void whatWaitsIsFoundByTheTopicsOfItsStory() {
    comments = open(1, 1_000);
    Topic sport = new Topic("sport", "Sport");
    long match = articles.save(story("u:2", Language.EN, "Match", sport)).id();
    Attempt cheer = new Attempt(match, null, reader(9), "Reader 9", "Go!", 9, "Agent");
    long own = ((Outcome.Held) comments.submit(cheer)).comment().id();
    send(8, null, "What a ferry");
    Set<String> topics = Set.of("sport", "city");
    assertThat(moderation.waiting(Queue.HELD, topics, 0, 10))
        .extracting(one -> one.comment().id())
        .containsExactly(own);
    assertThat(moderation.counts(topics)).containsEntry(Queue.HELD, 1L);
    assertThat(moderation.counts(Set.of("city")).values()).containsOnly(0L);
    assertThat(moderation.counts()).containsEntry(Queue.HELD, 2L);
    moderation.decide(List.of(own), Decision.APPROVE, "", "Aida");
    moderation.report(own, 3, "Rude");
    assertThat(moderation.waiting(Queue.REPORTED, topics, 0, 10)).hasSize(1);
    moderation.decide(List.of(own), Decision.REMOVE, "Rude", "Aida");
    moderation.appeal(own, 9, "I am sorry");
    assertThat(moderation.waiting(Queue.APPEALED, topics, 0, 10)).hasSize(1);
    assertThat(moderation.waiting(Queue.APPEALED, Set.of("city"), 0, 10)).isEmpty();
  }

  @Test
  void whoSignsInKeepsWhatTheBrowserWroteAndItsBan() {
    accepted(send(7, null, "As nobody"));
    accepted(send(7, null, "As nobody again"));
    accepted(send(3, null, "As somebody"));
    moderation.ban(7, Duration.ofDays(1), "rude", "Aida");
    assertThat(comments.of(story)).isEqualTo(new Discussed(3, 2));
    comments.adopt(7, 3);
    assertThat(comments.of(story)).isEqualTo(new Discussed(3, 1));
    assertThat(comments.ofReader(3, 10)).hasSize(3);
    assertThat(send(3, null, "More")).isEqualTo(new Outcome.Rejected(Rule.BANNED, 0));
    comments.deleteAll(3);
    assertThat(comments.of(story)).isEqualTo(Discussed.NOTHING);
  }

  @Test
  void whoDeletesTheAccountKeepsTheBanAndChoosesWhatBecomesOfTheWords() {
    accepted(send(3, null, "As somebody"));
    accepted(send(4, null, "As somebody else"));
    moderation.ban(3, Duration.ofDays(1), "rude", "Aida");
    comments.leave(new ReaderLeft(3, 1L << 33, false));
    comments.leave(new ReaderLeft(4, 1L << 34, true));
    assertThat(comments.of(story)).isEqualTo(new Discussed(1, 1));
    assertThat(comments.isBanned(3)).isFalse();
    assertThat(comments.isBanned(1L << 33)).isTrue();
    comments.adopt(1L << 33, 5);
    assertThat(send(5, null, "A new account")).isEqualTo(new Outcome.Rejected(Rule.BANNED, 0));
    now = now.plus(Duration.ofDays(1)).plusSeconds(1);
    assertThat(comments.isBanned(5)).isFalse();
  }

  @Test
  void anObjectionIsDoneWithByADecisionEitherWayAndOpenAgainWithoutIt() {
    Comment comment = accepted(send(7, null, "Rubbish"));
    List<Long> ids = List.of(comment.id());
    List<Long> removed = moderation.decide(ids, Decision.REMOVE, "Rude", "Aida");
    now = now.plusSeconds(1);
    moderation.appeal(comment.id(), 7, "It was a joke");
    for (Decision decision : Decision.values()) {
      now = now.plusSeconds(1);
      List<Long> made = moderation.decide(ids, decision, "Still rude", "Berik");
      assertThat(moderation.counts()).containsEntry(Queue.APPEALED, 0L);
      assertThat(moderation.undo(made, "Berik")).isEqualTo(1);
      assertThat(moderation.counts()).containsEntry(Queue.APPEALED, 1L);
      assertThat(comments.find(comment.id()).orElseThrow())
          .extracting(Comment::state, Comment::reason)
          .containsExactly(State.REMOVED, "Rude");
    }
    // What was decided before the objection is not what answered it.
    moderation.decide(ids, Decision.REMOVE, "Still rude", "Berik");
    assertThat(moderation.undo(removed, "Aida")).isZero();
    assertThat(moderation.counts()).containsEntry(Queue.APPEALED, 0L);
  }

  @Test
  void allThatIsSeenOfAReaderIsTakenDownAtOnceAndComesBack() {
    for (int i = 0; i < 5; i++) {
      send(7, null, "Buy now " + i);
    }
    send(8, null, "Something else");
    List<Long> ofReader = comments.ofReader(7, 10).stream().map(Comment::id).toList();
    moderation.decide(ofReader.subList(0, 1), Decision.REMOVE, "Spam", "Aida");
    List<Long> made = moderation.decide(moderation.shown(7), Decision.REMOVE, "Spam", "Aida");
    assertThat(made).hasSize(4);
    assertThat(comments.of(story)).isEqualTo(new Discussed(1, 1));
    assertThat(moderation.shown(7)).isEmpty();
    assertThat(moderation.undo(made, "Aida")).isEqualTo(4);
    assertThat(comments.of(story)).isEqualTo(new Discussed(5, 2));
  }

  @Test
  void decisionsMadeAtOnceAreTakenBackAfterARestartToo() {
    List<Long> ids = new ArrayList<>();
    for (int reader = 1; reader <= 4; reader++) {
      ids.add(accepted(send(reader, null, "Buy now")).id());
    }
    moderation.report(ids.get(0), 8, "Spam");
    List<Long> made = moderation.decide(ids, Decision.REMOVE, "Spam", "Aida");
    DecidedTogether together = new DecidedTogether(made.getFirst(), made.getLast());
    assertThat(DecidedTogether.of(together.code())).contains(together);
    // One is decided on by another since, one taken back by its writer.
    moderation.decide(List.of(ids.get(1)), Decision.APPROVE, "", "Berik");
    comments.delete(ids.get(2), 3);
    now = now.plus(Duration.ofDays(2));
    comments = open(0, 1_000);
    moderation =
        new Moderation(
            opened.database(), comments, new AuditLog(opened.database(), () -> now), () -> now);

    assertThat(moderation.fate(together, "Aida"))
        .contains(new DecidedTogether.Fate(Decision.REMOVE, 2, 0, 2));
    assertThat(moderation.fate(together, "Berik")).isEmpty();
    moderation.undo(together, "Berik");
    assertThat(comments.of(story)).isEqualTo(new Discussed(1, 1));
    moderation.undo(together, "Aida");
    moderation.undo(together, "Aida");
    assertThat(moderation.fate(together, "Aida"))
        .contains(new DecidedTogether.Fate(Decision.REMOVE, 0, 2, 2));
    assertThat(comments.of(story)).isEqualTo(new Discussed(3, 3));
    assertThat(moderation.counts()).containsEntry(Queue.REPORTED, 1L);
  }

  @Test
  void undoOpensTheReportsThatItsDecisionClosedAndNoOthers() {
    long id = accepted(send(7, null, "Hm")).id();
    moderation.report(id, 8, "first");
    now = now.plusSeconds(1);
    moderation.decide(List.of(id), Decision.APPROVE, "", "Aida");
    now = now.plusSeconds(1);
    moderation.report(id, 9, "second");
    now = now.plusSeconds(1);
    List<Long> made = moderation.decide(List.of(id), Decision.APPROVE, "", "Aida");
    now = now.plusSeconds(1);
    moderation.report(id, 10, "third");
    assertThat(moderation.undo(made, "Aida")).isEqualTo(1);
    assertThat(moderation.waiting(Queue.REPORTED, 0, 10).getFirst().reports())
        .containsExactly("second", "third");
    assertThat(comments.find(id).orElseThrow().reports()).isEqualTo(2);
  }

  @Test
  void votesCountOnceAReaderAndNeverForOnesOwn() {
    Comment comment = accepted(send(7, null, "Hm"));
    votes.vote(comment.id(), 8, Votes.Vote.UP, 1);
    votes.vote(comment.id(), 8, Votes.Vote.UP, 1);
    votes.vote(comment.id(), 9, Votes.Vote.DOWN, 2);
    votes.vote(comment.id(), 8, Votes.Vote.DOWN, 1);
    assertThat(votes.vote(comment.id(), 7, Votes.Vote.UP, 3))
        .isEqualTo(new Votes.Voted.NoComment());
    assertThat(comments.find(comment.id()).orElseThrow())
        .extracting(Comment::ups, Comment::downs)
        .containsExactly(0L, 2L);
    votes.vote(comment.id(), 9, Votes.Vote.NONE, 2);
    assertThat(comments.find(comment.id()).orElseThrow().downs()).isEqualTo(1);
    int counted = 0;
    for (int reader = 100; reader < 200; reader++) {
      if (votes.vote(comment.id(), reader, Votes.Vote.UP, 5) instanceof Votes.Voted.Done) {
        counted++;
      }
    }
    assertThat(counted).isEqualTo(20);
  }

  private List<Long> decide(@Nullable Long id, Decision decision) {
    return id == null ? List.of() : moderation.decide(List.of(id), decision, "", "Aida");
  }

  /** Returns what a reader finds who opens every page and every thread. */
  private List<Long> visible() {
    List<Long> found = new ArrayList<>();
    for (long root : walk(Order.NEWEST)) {
      Threads.Branch thread = comments.thread(story, root, 0, 1_000).orElseThrow();
      if (thread.root().state() == State.SHOWN) {
        found.add(root);
      }
      thread.replies().forEach(reply -> found.add(reply.id()));
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  private List<Long> walk(Order order) {
    List<Long> found = new ArrayList<>();
    Threads.Cursor next = null;
    do {
      Threads page = comments.threads(story, order, next, 7);
      page.threads().forEach(thread -> found.add(thread.root().id()));
      next = page.next();
    } while (next != null);
    return found;
  }

  private Comments open(int holdFirst, int perReader) {
    CommentSettings settings =
        new CommentSettings(
            5_000,
            holdFirst,
            2,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofMinutes(5),
            perReader,
            120,
            100_000,
            new WordSettings(List.of(), List.of(), List.of()));
    return new Comments(
        opened.database(), articles, outbox, () -> now, TestReaders.ANYBODY, settings);
  }

  private Outcome send(long reader, @Nullable Long parent, String text) {
    return comments.submit(
        new Attempt(story, parent, reader(reader), "Reader " + reader, text, reader << 8, "Agent"));
  }

  private static Reader reader(long id) {
    return new Reader(id, false, "");
  }

  private static Comment accepted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted) outcome).comment();
  }
}
