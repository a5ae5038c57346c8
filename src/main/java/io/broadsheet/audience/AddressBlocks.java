package io.broadsheet.audience;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what each address block sends within a minute of the clock.
 *
 * <p>Memory is bounded by counting only so many blocks a minute. Those beyond pass: so many blocks
 * at once are a crowd or a botnet, and neither is told from the other by its addresses.
 */
final class AddressBlocks {
  private static final long MINUTE = 60_000;
  private static final int MOST = 200_000;

  private final int share;
  private volatile Minute current = new Minute(Long.MIN_VALUE, new ConcurrentHashMap<>());

  AddressBlocks(int share) {
    this.share = share;
  }

  private record Minute(long number, ConcurrentHashMap<Long, AtomicInteger> sent) {}

  /**
   * Counts one view of this block and returns how long it must wait, in seconds; 0 if not at all.
   */
  int wait(long block, long millis) {
    long number = Math.floorDiv(millis, MINUTE);
    Minute minute = current;
    if (minute.number != number) {
      minute = turn(number);
    }
    AtomicInteger sent = minute.sent.get(block);
    if (sent == null) {
      if (minute.sent.size() >= MOST) {
        return 0;
      }
      sent = minute.sent.computeIfAbsent(block, key -> new AtomicInteger());
    }
    boolean within = sent.get() < share && sent.incrementAndGet() <= share;
    return within ? 0 : (int) Math.ceilDiv(MINUTE - Math.floorMod(millis, MINUTE), 1_000L);
  }

  private synchronized Minute turn(long number) {
    if (current.number != number) {
      current = new Minute(number, new ConcurrentHashMap<>());
    }
    return current;
  }
}
