package io.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.articles.Focus;
import io.broadsheet.articles.Picture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {
  @ParameterizedTest
  @CsvSource({
    "Мост зимой, Рисунок редакции, Мост зимой. Рисунок редакции",
    "Why not?, Broadsheet illustration, Why not? Broadsheet illustration",
    "Клуб «Аққу», Айдар Есмолда, Клуб «Аққу». Айдар Есмолда",
    "Мост зимой, '', Мост зимой",
    "'', Айдар Есмолда, Айдар Есмолда"
  })
  void theCreditFollowsTheCaptionAsItWasGiven(String caption, String credit, String shown) {
    Picture picture = new Picture("a".repeat(64), 3, 2, "#0a0b0c", "", caption, credit);
    assertThat(Pictures.inStory(picture).caption()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0, 100, x0 y4", "50, 50, x2 y2", "12, 13, x0 y1", "87.4, 87.6, x3 y4"})
  void whatMustStayInSightIsNamedInQuarters(double x, double y, String classes) {
    Picture picture = new Picture("a".repeat(64), 3, 2, "#0a0b0c", "", "", "", new Focus(x, y));
    assertThat(Pictures.inList(picture).focus()).isEqualTo(classes);
  }
}
