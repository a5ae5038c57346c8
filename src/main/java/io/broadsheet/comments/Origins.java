package io.broadsheet.comments;

import io.broadsheet.web.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * Tells, without a cookie and for a day at most, that two comments came from one browser: who sends
 * a form twice before the first answer has come is to find the comment already there.
 *
 * <p>The key is in memory alone and another each day, so the numbers tell nobody anything later.
 */
final class Origins {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int KEY_BYTES = 16;
  private static final int DIGITS = 15;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private byte[] key = new byte[KEY_BYTES];
  private Instant made = Instant.MIN;

  Origins(InstantSource clock) {
    this.clock = clock;
  }

  /** Returns the number of a browser: the same today, not negative. */
  synchronized long of(long network, String agent) {
    Instant now = clock.instant();
    if (made.isBefore(now.minus(DAY))) {
      key = new byte[KEY_BYTES];
      random.nextBytes(key);
      made = now;
    }
    byte[] browser = agent.getBytes(StandardCharsets.UTF_8);
    byte[] all =
        ByteBuffer.allocate(KEY_BYTES + Long.BYTES + browser.length)
            .put(key)
            .putLong(network)
            .put(browser)
            .array();
    return HexFormat.fromHexDigitsToLong(Sha256.hex(all), 0, DIGITS);
  }
}
