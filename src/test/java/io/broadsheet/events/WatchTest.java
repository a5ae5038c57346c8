package io.broadsheet.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final CountDownLatch thrice = new CountDownLatch(3);

  @Test
  void itLooksAgainAndAgainAlsoAfterAFailureUntilItIsStopped() throws Exception {
    Watch watch =
        new Watch("test", Duration.ofMillis(1)) {
          @Override
          protected void look() {
            thrice.countDown();
            throw new IllegalStateException("thrown on purpose");
          }
        };
    assertThat(watch.isRunning()).isFalse();
    watch.start();
    assertThat(thrice.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(watch.isRunning()).isTrue();
    watch.stop();
    assertThat(watch.isRunning()).isFalse();
  }
}
