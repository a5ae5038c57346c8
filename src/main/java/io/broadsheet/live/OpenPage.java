package io.broadsheet.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * One open page, and what of its feeds it was sent.
 *
 * <p>At most one event is on its way to it. While that is so nothing queues up: when it has arrived
 * the last state of each feed follows, however many there were in between.
 */
final class OpenPage {
  private static final ByteBuffer STILL_HERE =
      StandardCharsets.UTF_8.encode(":\n\n").asReadOnlyBuffer();

  private final Content.Sink sink;
  private final Callback whenOver;
  private final List<Feed> feeds;
  private final long[] seen;
  private final Runnable gone;
  private boolean writing;
  private boolean ending;
  private boolean over;
  private long lastWrite = System.nanoTime();

  /**
   * Describes a page that has been sent nothing yet.
   *
   * @param whenOver to be completed when it is sent nothing more
   * @param gone is told once the page is found to be gone
   */
  OpenPage(Content.Sink sink, Callback whenOver, List<Feed> feeds, Runnable gone) {
    this.sink = sink;
    this.whenOver = whenOver;
    this.feeds = feeds;
    this.seen = new long[feeds.size()];
    this.gone = gone;
  }

  /** Sends what it has not seen, unless something is on its way still. */
  void offer() {
    send(false);
  }

  /** Sends what it has not seen, or a sign of life if it was sent nothing for so long. */
  void offer(long quietNanos) {
    send(System.nanoTime() - lastWrite() > quietNanos);
  }

  /** Ends the stream, after what is on its way; browsers come again. */
  void end() {
    synchronized (this) {
      ending = true;
      if (writing || over) {
        return;
      }
      over = true;
    }
    sink.write(true, null, whenOver);
  }

  private synchronized long lastWrite() {
    return lastWrite;
  }

  private void send(boolean quiet) {
    ByteBuffer next;
    synchronized (this) {
      if (writing || over) {
        return;
      }
      ByteBuffer news = next();
      if (news == null && !quiet) {
        return;
      }
      next = news == null ? STILL_HERE : news;
      writing = true;
      lastWrite = System.nanoTime();
    }
    sink.write(false, next.duplicate(), Callback.from(this::written, this::failed));
  }

  private @Nullable ByteBuffer next() {
    for (int i = 0; i < seen.length; i++) {
      Feed.Event event = feeds.get(i).event();
      if (event.number() != seen[i]) {
        seen[i] = event.number();
        return event.bytes();
      }
    }
    return null;
  }

  private void written() {
    boolean last;
    synchronized (this) {
      writing = false;
      last = ending;
    }
    if (last) {
      end();
    } else {
      send(false);
    }
  }

  private void failed(Throwable failure) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
    }
    gone.run();
    whenOver.failed(failure);
  }
}
