package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentViewsTest {

  @Test
  void itKnowsWhatAPlainMapKnows() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    RecentViews recent = new RecentViews(1_000_000);
    Map<Long, Long> known = new HashMap<>();
    long now = 1_000_000_000L;
    for (int round = 0; round < 400; round++) {
      now += random.nextInt(60_000);
      recent.expire(now);
      long expired = now - RecentViews.WINDOW.toMillis();
      known.values().removeIf(at -> at <= expired);
      Map<Long, Long> before = new HashMap<>(known);
      for (int i = random.nextInt(400); i > 0; i--) {
        long number = RecentViews.number(random.nextInt(2_000), random.nextInt(20));
        assertThat(recent.contains(number)).isEqualTo(known.containsKey(number));
        if (!known.containsKey(number)) {
          recent.add(number, now);
          known.put(number, now);
        }
      }
      if (random.nextInt(5) == 0) {
        recent.truncate(before.size());
        known = before;
      }
      assertThat(recent.size()).isEqualTo(known.size());
    }
    assertThat(known.keySet()).allMatch(recent::contains);
  }
}
