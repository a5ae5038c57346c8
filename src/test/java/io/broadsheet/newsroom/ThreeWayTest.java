package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.newsroom.ThreeWay.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreeWayTest {
  @ParameterizedTest
  @CsvSource({
    "a b c,    a b c,     a b c,     a b c",
    "a b c,    a X c,     a b c,     a X c",
    "a b c,    a b c,     a X c,     a X c",
    "a b c,    a X c,     a X c,     a X c",
    "a b c,    a X c,     a Y c,     a <X|Y> c",
    "a b c,    X b c,     a b Y,     X b Y",
    "a b c,    a X c,     a b Y,     a X Y",
    "a b c,    a X Y,     a Z c,     a <X|Z> Y",
    "a b c,    a c,       a b X,     a X",
    "a b c,    a c,       a X c,     a <|X> c",
    "a b,      a X b,     a Y b,     a <X|Y> b",
    "a b,      a X b,     a X b,     a X b",
    "a b,      b,         a b X,     b X",
  })
  void changesOfOneAreTakenAndThoseOfBothAreAskedAbout(
      String base, String mine, String theirs, String merged) {
    assertThat(shown(ThreeWay.merge(split(base), split(mine), split(theirs)))).isEqualTo(merged);
  }

  @Test
  void nothingIsLostWhateverIsMerged() {
    long seed = System.nanoTime();
    System.out.println("ThreeWayTest seed " + seed);
    RandomGenerator random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      List<String> base = IntStream.range(0, random.nextInt(8)).mapToObj(i -> "b" + i).toList();
      List<String> mine = changed(base, "m", random);
      List<String> theirs = changed(base, "t", random);
      assertThat(ThreeWay.merge(base, base, theirs)).isEqualTo(agreed(theirs));
      assertThat(ThreeWay.merge(base, mine, base)).isEqualTo(agreed(mine));
      assertThat(ThreeWay.merge(base, mine, mine)).isEqualTo(agreed(mine));
      List<Part<String>> merged = ThreeWay.merge(base, mine, theirs);
      List<String> kept = new ArrayList<>();
      merged.forEach(
          part -> {
            switch (part) {
              case Part.Agreed<String>(List<String> items) -> kept.addAll(items);
              case Part.Torn<String>(List<String> one, List<String> other) -> {
                kept.addAll(one);
                kept.addAll(other);
              }
            }
          });
      assertThat(kept)
          .as("%s, %s, %s", base, mine, theirs)
          .containsAll(mine.stream().filter(item -> item.startsWith("m")).toList())
          .containsAll(theirs.stream().filter(item -> item.startsWith("t")).toList());
    }
  }

  private static List<String> changed(List<String> base, String side, RandomGenerator random) {
    List<String> items = new ArrayList<>();
    for (String item : base) {
      switch (random.nextInt(6)) {
        case 0 -> {}
        case 1 -> items.add(side + item);
        case 2 -> {
          items.add(side + "+" + item);
          items.add(item);
        }
        default -> items.add(item);
      }
    }
    return items;
  }

  private static List<Part<String>> agreed(List<String> items) {
    return items.isEmpty() ? List.of() : List.of(new Part.Agreed<>(items));
  }

  private static String shown(List<Part<String>> parts) {
    return String.join(
        " ",
        parts.stream()
            .map(
                part ->
                    switch (part) {
                      case Part.Agreed<String>(List<String> items) -> String.join(" ", items);
                      case Part.Torn<String>(List<String> mine, List<String> theirs) ->
                          "<" + String.join(" ", mine) + "|" + String.join(" ", theirs) + ">";
                    })
            .toList());
  }

  private static List<String> split(String items) {
    return Arrays.asList(items.split(" "));
  }
}
