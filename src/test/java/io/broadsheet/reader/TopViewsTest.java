package io.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopViewsTest {
  @Test
  void theHighestHourReachesTheTopAndAnEmptyOneTheBottom() {
    assertThat(TopViews.line(new long[] {0, 5, 10})).isEqualTo("0,19 3,10 6,1");
    assertThat(TopViews.line(new long[] {7})).isEqualTo("0,1");
  }

  @Test
  void whatNobodyReadHasNoLine() {
    assertThat(TopViews.line(new long[24])).isNull();
    assertThat(TopViews.line(null)).isNull();
  }
}
