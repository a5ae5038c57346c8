package io.broadsheet.audience;

import java.net.InetAddress;

/**
 * A request to count a view, or to note how far a story was read, as it came in.
 *
 * @param article the article that was looked at, positive
 * @param address the reader's address; used for keyed hashes and limits, never stored
 * @param agent the {@code User-Agent}; empty where none was sent
 * @param prefetched whether the request says that nobody looks at the page yet
 * @param referrer the host of the page that led here, such as {@code t.me}; empty where unknown
 * @param depth 0 for a view; 1 to 4 for having read so many quarters of what was viewed before
 */
public record View(
    long article,
    InetAddress address,
    String agent,
    boolean prefetched,
    String referrer,
    int depth) {
  /** The quarters of a whole story. */
  public static final int WHOLE = 4;

  public View {
    if (article <= 0) {
      throw new IllegalArgumentException("article ids are positive");
    }
    if (depth < 0 || depth > WHOLE) {
      throw new IllegalArgumentException("a story has four quarters");
    }
  }

  /** Describes a view of which nobody knows where it came from. */
  public View(long article, InetAddress address, String agent, boolean prefetched) {
    this(article, address, agent, prefetched, "", 0);
  }

  /** Keeps the reader out of logs. */
  @Override
  public String toString() {
    return "view of " + article;
  }
}
