package io.broadsheet.audience;

import static io.broadsheet.audience.CarriedTotals.Change.CHANGED;
import static io.broadsheet.audience.CarriedTotals.Change.NEW;
import static io.broadsheet.audience.CarriedTotals.Change.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarriedTotalsTest {
  @TempDir private Path folder;
  private TestAudience test;

  @BeforeEach
  void open() {
    test = new TestAudience(folder);
    test.audience().admit(1, "en", Set.of(), true);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void theyAddToTotalsAndToNoWindow() throws Exception {
    test.view(1, 1);
    assertThat(carry(new CarriedTotals(1, 100, 20, 3))).containsExactly(NEW);
    assertThat(test.top(TopQuery.By.READ, Window.MONTH, 10))
        .containsExactly(new TopRow(1, 101, 20, 3, 1));
  }

  @Test
  void theyReplaceWhatWasCarriedBefore() throws Exception {
    carry(new CarriedTotals(1, 100, 20, 3));
    assertThat(carry(new CarriedTotals(1, 40, 30, 3), new CarriedTotals(2, 1, 0, 0)))
        .containsExactly(CHANGED, NEW);
    assertThat(carry(new CarriedTotals(1, 40, 30, 3))).containsExactly(UNCHANGED);
    assertThat(test.audience().counts(1)).isEqualTo(new Counts(40, 30, 3));
  }

  @Test
  void theLastOfAListStands() throws Exception {
    assertThat(carry(new CarriedTotals(1, 1, 0, 0), new CarriedTotals(1, 2, 0, 0)))
        .containsExactly(NEW, CHANGED);
    assertThat(test.views(1)).isEqualTo(2);
  }

  @Test
  void theySurviveARestartAndManyComeInOneCall() throws Exception {
    carry(
        LongStream.rangeClosed(1, 1_700)
            .mapToObj(id -> new CarriedTotals(id, id, 2, 1))
            .toArray(CarriedTotals[]::new));
    test.restart();
    for (long id : new long[] {1, 500, 501, 1_700}) {
      assertThat(test.audience().counts(id)).isEqualTo(new Counts(id, 2, 1));
    }
  }

  @Test
  void totalsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new CarriedTotals(0, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CarriedTotals(1, -1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CarriedTotals(1, 1, CarriedTotals.MOST + 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<CarriedTotals.Change> carry(CarriedTotals... totals) throws Exception {
    return test.audience().carryOver(List.of(totals));
  }
}
