package io.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerThreadsTest {
  private final ServerThreads threads = new ServerThreads();
  private final List<Note> ran = new CopyOnWriteArrayList<>();
  private final CountDownLatch three = new CountDownLatch(3);

  private record Note(String task, Thread thread) {}

  @BeforeEach
  void start() throws Exception {
    threads.start();
  }

  @AfterEach
  void stop() throws Exception {
    threads.stop();
  }

  @Test
  void gatheredTasksRunOneAfterTheOtherOnOneOfTheThreadsOnceTheWorkIsOver() throws Exception {
    ServerThreads.gathering(
        () -> {
          threads.execute(() -> note("first"));
          threads.execute(() -> note("second"));
          threads.execute(() -> note("third"));
          assertThat(ran).isEmpty();
        });
    assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ran).extracting(Note::task).containsExactly("first", "second", "third");
    assertThat(ran).extracting(Note::thread).containsOnly(ran.getFirst().thread());
    assertThat(ran.getFirst().thread()).isNotEqualTo(Thread.currentThread());
  }

  @Test
  void oneTaskThatFailsDoesNotStopTheOthers() throws Exception {
    ServerThreads.gathering(
        () -> {
          threads.execute(() -> note("first"));
          threads.execute(
              () -> {
                note("second");
                throw new IllegalStateException("thrown on purpose");
              });
          threads.execute(() -> note("third"));
        });
    assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void workThatFailsStillHandsOverWhatItHad() throws Exception {
    try {
      ServerThreads.gathering(
          () -> {
            threads.execute(() -> note("first"));
            threads.execute(() -> note("second"));
            threads.execute(() -> note("third"));
            throw new IllegalStateException("thrown on purpose");
          });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("thrown on purpose");
    }
    assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private void note(String what) {
    ran.add(new Note(what, Thread.currentThread()));
    three.countDown();
  }
}
