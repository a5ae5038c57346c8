package io.broadsheet.audience;

import java.net.InetAddress;

/**
 * A request to count a view, as it came in.
 *
 * @param article the article that was looked at, positive
 * @param address the reader's address; used for keyed hashes and limits, never stored
 * @param agent the {@code User-Agent}; empty where none was sent
 * @param prefetched whether the request says that nobody looks at the page yet
 */
public record View(long article, InetAddress address, String agent, boolean prefetched) {
  public View {
    if (article <= 0) {
      throw new IllegalArgumentException("article ids are positive");
    }
  }

  /** Keeps the reader out of logs. */
  @Override
  public String toString() {
    return "view of " + article;
  }
}
