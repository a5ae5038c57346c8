package io.broadsheet.search;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.Edition;
import io.broadsheet.articles.HtmlBody;
import io.broadsheet.articles.State;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast stories are found among many, beside PostgreSQL's full text search with the same stories
 * and questions: {@code SearchSpeed FOLDER STORIES}.
 *
 * <p>Words are drawn by Zipf's law from 150,000 stems with Russian endings; stories have 60 to 700
 * of them, 280 on average. Questions are words of headlines. The same number gives the same
 * stories.
 */
public final class SearchSpeed {
  private static final Instant NEWEST = Instant.parse("2026-11-20T00:00:00Z");
  private static final String[] SYLLABLES = {
    "ка", "ро", "то", "ли", "не", "ма", "су", "бе", "до", "ви", "на", "го", "ше", "пу", "та", "ке",
    "зи", "ло", "ре", "ду", "чи", "фо", "ге", "ня"
  };
  private static final String[] ENDINGS = {
    "", "а", "у", "ом", "ами", "ов", "ах", "ый", "ого", "ая", "ые", "ить", "ил", "ила", "ение"
  };
  private static final int VOCABULARY = 150_000;
  private static final int QUESTIONS = 2_000;
  private static final int PEER_QUESTIONS = 25;
  private static final int BATCH = 500;

  /** What PostgreSQL says when a statement takes longer than its timeout. */
  private static final String CANCELED = "57014";

  private static final int PROGRESS = 100_000;

  private final int stories;
  private final double[] shares = new double[VOCABULARY];
  private final String[] stems = new String[VOCABULARY];

  private SearchSpeed(int stories) {
    this.stories = stories;
    double sum = 0;
    for (int i = 0; i < VOCABULARY; i++) {
      sum += 1.0 / (i + 2.7);
      shares[i] = sum;
      stems[i] = stem(i);
    }
    for (int i = 0; i < VOCABULARY; i++) {
      shares[i] /= sum;
    }
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    SearchSpeed speed = new SearchSpeed(Integer.parseInt(args[1]));
    speed.measureOurs(folder);
    speed.measurePeer();
    // The embedded server's threads would keep the process.
    System.exit(0);
  }

  private static String stem(int rank) {
    Random random = new Random(rank * 7_919L);
    StringBuilder stem = new StringBuilder();
    for (int n = 2 + random.nextInt(3); n > 0; n--) {
      stem.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return stem.append("бвгдзклмнпрст".charAt(random.nextInt(13))).toString();
  }

  private String words(Random random, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int at = Arrays.binarySearch(shares, random.nextDouble());
      words
          .append(i == 0 ? "" : " ")
          .append(stems[at < 0 ? Math.min(-at - 1, VOCABULARY - 1) : at]);
      words.append(ENDINGS[random.nextInt(ENDINGS.length)]);
    }
    return words.toString();
  }

  private static int length(Random random) {
    return (int) Math.clamp(250 * Math.exp(random.nextGaussian() * 0.5), 60, 700);
  }

  private String headline(long id) {
    return words(new Random(id), 7);
  }

  private String body(long id) {
    Random random = new Random(-id);
    return words(random, length(random));
  }

  private Edition edition(long id) {
    Content content =
        new Content(
            null,
            headline(id),
            "",
            HtmlBody.parse("<p>" + body(id) + "</p>"),
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of());
    Instant published = NEWEST.minus(Duration.ofMinutes(5 * id));
    Article article =
        new Article(
            id,
            "urn:" + id,
            "urn:" + id,
            Language.RU,
            "s",
            content,
            State.PUBLISHED,
            true,
            published,
            published,
            null,
            null,
            null,
            1);
    return new Edition(
        article, new Draft(id, new Draft.Mark(0, 1), Draft.Stage.NONE, content, "", published));
  }

  private Stock stock() {
    return new Stock() {
      @Override
      public List<Edition.Mark> marks(long after, int limit) {
        if (after > 0 && after % PROGRESS == 0) {
          System.out.printf("  %,d stories%n", after);
        }
        return LongStream.rangeClosed(after + 1, Math.min(stories, after + limit))
            .mapToObj(id -> new Edition.Mark(id, 1, 0))
            .toList();
      }

      @Override
      public List<Edition> of(Collection<Long> articles) {
        return articles.stream().map(SearchSpeed.this::edition).toList();
      }
    };
  }

  /** Returns one to four words of a headline. */
  private String question(Random random) {
    List<String> words = new ArrayList<>(List.of(headline(1 + random.nextInt(stories)).split(" ")));
    while (words.size() > 1 + random.nextInt(4)) {
      words.remove(random.nextInt(words.size()));
    }
    return String.join(" ", words);
  }

  private void measureOurs(Path folder) throws Exception {
    try (TestDatabase database = TestDatabase.open(Dialect.SQLITE)) {
      Outbox outbox = new Outbox(database.database(), () -> NEWEST, JsonMapper.shared());
      outbox.start();
      ZoneId zone = ZoneId.of("UTC");
      KeptIndex index =
          new KeptIndex(folder.resolve("index"), new ReadersForm(zone), stock(), outbox);
      long began = System.nanoTime();
      index.start();
      index.flush();
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          "Broadsheet: %,d stories indexed in %.0f s, %,.0f a second, %,d MB on disk%n",
          stories, seconds, stories / seconds, size(folder) / 1_000_000);
      Search search = new Search(index, List.of(Language.values()), zone, () -> NEWEST);
      for (int round = 1; round <= 3; round++) {
        Random random = new Random(round);
        long[] times = new long[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
          String text = question(random);
          long from = System.nanoTime();
          search.ask(Question.of(text, Language.RU), 0, 10);
          times[i] = System.nanoTime() - from;
        }
        report("Broadsheet, best ten with excerpts and count, round " + round, times);
      }
      hurt(search);
      index.stop();
      outbox.stop();
    }
  }

  private static void hurt(Search search) {
    for (String text :
        List.of(
            "*".repeat(400),
            "а* ".repeat(100),
            "к л м н п р с т ".repeat(25),
            "\"" + "карол ".repeat(60) + "\"")) {
      long from = System.nanoTime();
      int total = search.ask(Question.of(text, Language.RU), 990, 10).total();
      System.out.printf(
          "Broadsheet, %s…, 990 deep: %.1f ms, %,d found%n",
          text.substring(0, 12), (System.nanoTime() - from) / 1e6, total);
    }
  }

  private static void report(String name, long[] times) {
    Arrays.sort(times);
    System.out.printf(
        "%s: p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
        name,
        times[times.length / 2] / 1e6,
        times[times.length * 99 / 100] / 1e6,
        times[times.length - 1] / 1e6);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long size = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
      return size;
    }
  }

  private void measurePeer() throws SQLException {
    try (Connection connection = DriverManager.getConnection(TestDatabase.freshPostgres());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table story (id bigint primary key, published timestamptz, words tsvector)");
      long began = System.nanoTime();
      fill(connection);
      statement.execute("set maintenance_work_mem = '512MB'");
      statement.execute("create index on story using gin (words)");
      statement.execute("vacuum analyze story");
      double seconds = (System.nanoTime() - began) / 1e9;
      try (ResultSet size =
          statement.executeQuery("select pg_total_relation_size('story') / 1000000")) {
        size.next();
        System.out.printf(
            "PostgreSQL, GIN: %,d stories indexed in %.0f s, %,.0f a second, %,d MB without texts%n",
            stories, seconds, stories / seconds, size.getLong(1));
      }
      statement.execute("set statement_timeout = '20s'");
      ask(connection, "all words", "plainto_tsquery('russian', ?)");
      ask(
          connection,
          "any word",
          "replace(plainto_tsquery('russian', ?)::text, '&', '|')::tsquery");
    }
  }

  private void fill(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into story select ?, now(),
              setweight(to_tsvector('russian', ?), 'A') || to_tsvector('russian', ?)
            """)) {
      for (long id = 1; id <= stories; id++) {
        insert.setLong(1, id);
        insert.setString(2, headline(id));
        insert.setString(3, body(id));
        insert.addBatch();
        if (id % BATCH == 0 || id == stories) {
          insert.executeBatch();
          connection.commit();
        }
        if (id % PROGRESS == 0) {
          System.out.printf("  %,d stories%n", id);
        }
      }
    }
    connection.setAutoCommit(true);
  }

  private void ask(Connection connection, String name, String query) throws SQLException {
    for (int round = 1; round <= 2; round++) {
      Random random = new Random(round);
      long[] times = new long[PEER_QUESTIONS];
      try (PreparedStatement select =
          connection.prepareStatement(
              """
              select id, ts_rank(words, q) from story, (select %s as q) asked
              where words @@ q order by 2 desc limit 10
              """
                  .formatted(query))) {
        for (int i = 0; i < PEER_QUESTIONS; i++) {
          select.setString(1, question(random));
          long from = System.nanoTime();
          try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
              found.getLong(1);
            }
          } catch (SQLException e) {
            // A question that takes longer than the timeout counts as having taken that.
            if (!CANCELED.equals(e.getSQLState())) {
              throw e;
            }
          }
          times[i] = System.nanoTime() - from;
        }
      }
      report("PostgreSQL, " + name + ", best ten without excerpts, round " + round, times);
    }
  }
}
