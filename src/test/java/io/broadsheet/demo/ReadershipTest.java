package io.broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadershipTest {
  private static final int STORIES = 40;
  private static final int SECONDS = (int) SimulatedReaders.TIME.toSeconds();
  private static final int WINDOW = 60;

  private final long seed = System.nanoTime();
  private final Readership readership = new Readership(STORIES, new SplittableRandom(seed));

  @Test
  void readersComeInWavesWithinTheStatedBounds() {
    double[] rates =
        IntStream.range(0, SECONDS).mapToDouble(Readership::viewsPerSecond).sorted().toArray();
    assertThat(rates[0]).isBetween(5.0, 5.1);
    assertThat(rates[rates.length - 1]).isBetween(19.9, 20.0);
  }

  @Test
  void everyStoryIsOpenedAndFewAreOpenedMost() {
    int[] opened = opened(0, SECONDS);
    assertThat(opened).as("seed %d", seed).doesNotContain(0);
    int all = IntStream.of(opened).sum();
    int ofTen = IntStream.of(opened).sorted().skip(STORIES - 10).sum();
    assertThat(ofTen).as("seed %d", seed).isGreaterThan(all / 2);
  }

  @Test
  void whatIsReadMostChangesWithTheMinutes() {
    Set<List<Integer>> lists = new HashSet<>();
    for (int from = 0; from < SECONDS; from += WINDOW) {
      lists.add(top(opened(from, from + WINDOW)));
    }
    assertThat(lists).as("seed %d", seed).hasSizeGreaterThan(10);
  }

  private int[] opened(int from, int to) {
    int[] opened = new int[STORIES];
    for (int second = from; second < to; second++) {
      for (int i = 0; i < Readership.viewsPerSecond(second); i++) {
        opened[readership.next(second)]++;
      }
    }
    return opened;
  }

  private static List<Integer> top(int[] opened) {
    List<Integer> stories = new ArrayList<>(IntStream.range(0, opened.length).boxed().toList());
    stories.sort(Comparator.comparingInt((Integer story) -> -opened[story]));
    return stories.subList(0, 10);
  }
}
