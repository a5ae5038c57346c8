package io.broadsheet.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class OpenPageTest {
  private static final long QUIET = Duration.ofHours(1).toNanos();

  private final Feed feed = new Feed("top");
  private final Feed other = new Feed("rates");
  private final Line line = new Line();
  private final List<String> ends = new ArrayList<>();
  private final OpenPage page =
      new OpenPage(
          line,
          Callback.from(() -> ends.add("over"), failure -> ends.add("failed")),
          List.of(feed, other),
          () -> ends.add("gone"));

  /** A connection that takes what it is given and passes it on when told to. */
  private static final class Line implements Content.Sink {
    final List<String> given = new ArrayList<>();
    Callback pending = Callback.NOOP;

    @Override
    public void write(boolean last, ByteBuffer bytes, Callback callback) {
      given.add(last ? "last" : StandardCharsets.UTF_8.decode(bytes).toString());
      pending = callback;
    }

    void pass() {
      Callback passed = pending;
      pending = Callback.NOOP;
      passed.succeeded();
    }
  }

  @Test
  void aSlowPageGetsTheLastStateAndNotAllThatWereBefore() {
    set(feed, "1");
    page.offer();
    for (int state = 2; state < 100; state++) {
      set(feed, String.valueOf(state));
      page.offer();
    }
    assertThat(line.given).containsExactly("event: top\ndata: 1\n\n");
    line.pass();
    assertThat(line.given).hasSize(2).last().isEqualTo("event: top\ndata: 99\n\n");
    line.pass();
    assertThat(line.given).hasSize(2);
  }

  @Test
  void everyFeedHasItsTurn() {
    set(feed, "1");
    set(other, "2");
    page.offer();
    line.pass();
    assertThat(line.given).containsExactly("event: top\ndata: 1\n\n", "event: rates\ndata: 2\n\n");
  }

  @Test
  void anEqualStateIsNoEvent() {
    assertThat(feed.set("1".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(feed.set("1".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(feed.event().number()).isEqualTo(1);
  }

  @Test
  void aQuietPageGetsASignOfLife() {
    page.offer(QUIET);
    assertThat(line.given).isEmpty();
    page.offer(-1);
    assertThat(line.given).containsExactly(":\n\n");
  }

  @Test
  void theEndComesAfterWhatIsOnItsWay() {
    set(feed, "1");
    page.offer();
    page.end();
    assertThat(line.given).hasSize(1);
    line.pass();
    assertThat(line.given).containsExactly("event: top\ndata: 1\n\n", "last");
    line.pass();
    assertThat(ends).containsExactly("over");
    page.end();
    page.offer();
    assertThat(line.given).hasSize(2);
  }

  @Test
  void aPageThatIsGoneIsToldOfOnce() {
    set(feed, "1");
    page.offer();
    line.pending.failed(new java.io.IOException("thrown on purpose"));
    page.offer(-1);
    page.end();
    assertThat(ends).containsExactly("gone", "failed");
    assertThat(line.given).hasSize(1);
  }

  private static void set(Feed feed, String state) {
    feed.set(state.getBytes(StandardCharsets.UTF_8));
  }
}
