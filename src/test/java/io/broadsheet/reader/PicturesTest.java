package io.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;

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
}
