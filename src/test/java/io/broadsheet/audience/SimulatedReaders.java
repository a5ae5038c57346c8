package io.broadsheet.audience;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Readers behind a bad network: requests come late and out of order, or twice, and answers get
 * lost; who has no answer sends again until one comes.
 */
final class SimulatedReaders {
  private static final int READERS = 30;
  private static final String BOT = "Mozilla/5.0 (compatible; Googlebot/2.1)";

  private final Random random;
  private final int articles;
  private final List<Request> waiting = new ArrayList<>();

  /** Some of a number of articles are read, and one more, which does not exist. */
  SimulatedReaders(Random random, int articles) {
    this.random = random;
    this.articles = articles;
  }

  /** A view that a reader's browser sends until it is answered. */
  static final class Request {
    private final Tally.Read read;
    private final View view;
    private long due;

    private Request(Tally.Read read, View view, long due) {
      this.read = read;
      this.view = view;
      this.due = due;
    }

    Tally.Read read() {
      return read;
    }

    View view() {
      return view;
    }

    /** Tells whether it comes from a person who looks at the page. */
    boolean isHuman() {
      return !view.prefetched() && !view.agent().equals(BOT);
    }
  }

  /** Has some readers open some articles now. */
  void read(int views, long now) {
    for (int i = 0; i < views; i++) {
      int reader = random.nextInt(READERS);
      // Some articles are read much more than others.
      long article = 1 + (long) ((articles + 1) * Math.pow(random.nextDouble(), 2));
      int kind = random.nextInt(30);
      View view =
          new View(
              article,
              TestAudience.address(reader),
              kind == 0 ? BOT : "reader " + reader,
              kind == 1,
              kind < 8 ? "host" + random.nextInt(3) + ".example" : "",
              0);
      waiting.add(new Request(new Tally.Read(reader, article), view, now + delay()));
    }
  }

  /** Returns what arrives now, in the order of arrival. */
  List<Request> arriving(long now) {
    List<Request> arriving = new ArrayList<>();
    for (Request request : waiting) {
      if (request.due <= now) {
        arriving.add(request);
        if (random.nextInt(20) == 0) {
          arriving.add(request);
        }
      }
    }
    Collections.shuffle(arriving, random);
    waiting.removeAll(arriving);
    return arriving;
  }

  /** Sends an answer back, which may get lost. */
  void answer(Request request, long now) {
    if (random.nextInt(6) == 0) {
      retry(request, now);
    }
  }

  /** Has a request sent again, later. */
  void retry(Request request, long now) {
    request.due = now + 1_000 + delay();
    if (!waiting.contains(request)) {
      waiting.add(request);
    }
  }

  boolean isAnyWaiting() {
    return !waiting.isEmpty();
  }

  private long delay() {
    return switch (random.nextInt(10)) {
      case 0 -> random.nextInt(45 * 60_000);
      case 1 -> random.nextInt(6 * 3_600_000);
      case 2 -> random.nextInt(10_000);
      default -> 0;
    };
  }
}
