package io.broadsheet.reader;

import io.broadsheet.web.ContentEncoding;
import io.broadsheet.web.ReadyBody;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many pages keep their joined bodies, so that a walk through the archive does not hold
 * each page's bytes twice.
 *
 * <p>First in, first out: a page in demand that falls out is joined again by its next request,
 * which costs microseconds.
 */
final class JoinedPages {
  private final AtomicReferenceArray<@Nullable Page> ring;
  private final AtomicInteger next = new AtomicInteger();

  /** Keeps the bodies of at most this many pages; a power of two. */
  JoinedPages(int pages) {
    this.ring = new AtomicReferenceArray<>(pages);
  }

  /** Returns the page's body in this encoding, joined from its parts as they are now. */
  ReadyBody body(Page page, ContentEncoding encoding) {
    ReadyBody ready = page.ready(encoding);
    return ready != null ? ready : join(page, encoding);
  }

  private ReadyBody join(Page page, ContentEncoding encoding) {
    boolean kept = page.isJoined();
    ReadyBody body = page.join(encoding);
    if (!kept) {
      // Entered after it was joined: whoever displaces it from here on clears it.
      Page displaced = ring.getAndSet(next.getAndIncrement() & (ring.length() - 1), page);
      if (displaced != null && displaced != page) {
        displaced.forget();
      }
    }
    return body;
  }
}
