package io.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.web.ContentEncoding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveTest {
  private final ExecutorService renderers = Executors.newSingleThreadExecutor();
  private final AtomicInteger renderings = new AtomicInteger();
  private volatile String data = "first";
  private final Live<Fragment> fragment =
      new Live<>("test", Live.PACE, last -> Fragment.renewed(last, render()), renderers);

  private String render() {
    renderings.incrementAndGet();
    if (data.equals("fault")) {
      throw new IllegalStateException("no data now");
    }
    return data;
  }

  @AfterEach
  void stop() {
    renderers.shutdownNow();
  }

  @Test
  void isRenderedWhenFirstAskedForAndNotBefore() {
    fragment.changed();
    assertThat(renderings).hasValue(0);
    assertThat(text()).isEqualTo("first");
    assertThat(fragment.now()).isSameAs(fragment.now());
  }

  @Test
  void aThousandChangesAreTwoRenderingsASecondAndTheLastOneShows() throws Exception {
    text();
    long start = System.nanoTime();
    for (int i = 1; i <= 1000; i++) {
      data = "change " + i;
      fragment.changed();
      Thread.sleep(1);
    }
    await(() -> text().equals("change 1000"));
    long paces = (System.nanoTime() - start) / Live.PACE.toNanos();
    assertThat(renderings.get()).isBetween(3, (int) paces + 2);
  }

  @Test
  void theSameBytesStayTheSameObject() throws Exception {
    Fragment before = fragment.now();
    int renderingsBefore = renderings.get();
    fragment.changed();
    await(() -> renderings.get() > renderingsBefore);
    assertThat(fragment.now()).isSameAs(before);
  }

  @Test
  void aFaultKeepsTheLastGoodBytesAndIsTriedAgain() throws Exception {
    text();
    data = "fault";
    fragment.changed();
    await(() -> renderings.get() == 2);
    assertThat(text()).isEqualTo("first");
    data = "mended";
    await(() -> text().equals("mended"));
  }

  private String text() {
    return new String(fragment.now().in(ContentEncoding.IDENTITY), StandardCharsets.UTF_8);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited ten seconds").isLessThan(end);
      Thread.sleep(5);
    }
  }
}
