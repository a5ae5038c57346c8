package io.broadsheet.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.articles.Picture;
import io.broadsheet.database.Dialect;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportedPicturesTest {
  private final TestImport test = new TestImport(Dialect.SQLITE);

  @BeforeEach
  void draw() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", png);
    test.file("in/pictures/лёд 1.png", png.toByteArray());
    test.file("in/pictures/100%.png", png.toByteArray());
    test.file("in/fake.png", "no picture");
    test.file("outside.png", png.toByteArray());
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aPictureBesideTheStoryIsTakenWithWhatIsSaidOfIt() {
    Recorded recorded =
        take(
            """
            {"name": "main", "type": "picture", "by": "A. Photographer",
             "descriptions": [{"role": "alt", "value": "Ice"}, {"role": "caption", "value": "Cold"}],
             "renditions": [{"name": "small", "href": "https://x.example/s.jpg", "width": 90},
                            {"name": "main", "href": "pictures/лёд%201.png", "width": 400}]},
            {"name": "video", "type": "video", "renditions": [{"href": "film.mp4"}]},
            {"name": "part", "type": "text", "headlines": []}
            """);
    assertThat(recorded.outcomes()).containsExactly(Outcome.TAKEN);
    assertThat(recorded.lines.getFirst().detail()).isEmpty();
    assertThat(pictures())
        .singleElement()
        .satisfies(
            picture -> {
              assertThat(picture.alt()).isEqualTo("Ice");
              assertThat(picture.caption()).isEqualTo("Cold");
              assertThat(picture.credit()).isEqualTo("A. Photographer");
              assertThat(picture.width()).isEqualTo(400);
              assertThat(picture.height()).isEqualTo(300);
              assertThat(test.media.find(picture.hash())).isPresent();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"pictures/лёд 1.png", "./pictures/лёд%201.png", "pictures/100%.png"})
  void namesAreTakenAsFilesAndAsAddressesHaveThem(String href) {
    assertThat(take(picture(href)).outcomes()).containsExactly(Outcome.TAKEN);
    assertThat(pictures()).hasSize(1);
    assertThat(take(picture(href)).outcomes()).containsExactly(Outcome.UNCHANGED);
  }

  @Test
  void aPictureThatIsHereAlreadyIsKnownByItsAddress() {
    take(picture("pictures/100%.png"));
    Picture first = pictures().getFirst();
    String path = "/media/" + first.hash() + "-400.webp";
    assertThat(take(picture(path)).outcomes()).containsExactly(Outcome.UNCHANGED);
    assertThat(take(picture(path.replace(first.hash(), "0".repeat(64)))).refusal())
        .contains("not here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://x.example/a.jpg", "HTTP://127.0.0.1:1/a.jpg", "//x.example/a"})
  void nothingIsFetchedFromTheWeb(String href) {
    Recorded recorded = take(picture(href));
    assertThat(recorded.outcomes()).containsExactly(Outcome.TAKEN);
    assertThat(recorded.lines.getFirst().detail()).contains("left out");
    assertThat(pictures()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside.png",
        "pictures/../../outside.png",
        "pictures/..%2f..%2foutside.png",
        "%2e%2e/outside.png",
        "..\\\\outside.png",
        "/etc/passwd",
        "/outside.png",
        "file:///etc/passwd",
        "C:outside.png",
        "data:image/png;base64,AAAA",
        "javascript:alert(1)",
        "link.png",
        "missing.png",
        "pictures",
        "pictures/",
        "fake.png",
        "a\\u0000.png",
        "%00.png"
      })
  void whatIsNotInTheImportedFolderIsRefused(String href) throws IOException {
    Path link = test.folder("in/link.png");
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, test.folder("outside.png"));
    }
    Recorded recorded = take(picture(href));
    assertThat(recorded.refusal()).startsWith("The picture “").endsWith(".");
    assertThat(test.articles.idOf("u:1")).isEmpty();
  }

  @Test
  void aPictureMayLieAnywhereInTheFolderThatIsImported() {
    test.file("in/stories/a.json", story("u:1", picture("../pictures/100%.png")));
    test.file("in/stories/b.json", story("u:2", picture("../../outside.png")));
    Recorded recorded = test.take(test.folder("in"));
    assertThat(recorded.outcomes()).containsExactly(Outcome.TAKEN, Outcome.REFUSED);
    assertThat(recorded.refusal()).contains("outside");
    assertThat(pictures()).hasSize(1);
    assertThat(test.take(test.folder("in/stories")).outcomes()).containsOnly(Outcome.REFUSED);
  }

  @Test
  void aDryRunLooksAtPicturesAndStoresNone() {
    Recorded recorded = new Recorded();
    test.take(
        recorded,
        true,
        test.file("in/a.json", story("u:1", picture("pictures/100%.png"))),
        test.file("in/b.json", story("u:2", picture("fake.png"))));
    assertThat(recorded.outcomes()).containsExactly(Outcome.TAKEN, Outcome.REFUSED);
    assertThat(Files.exists(test.folder("data/media"))).isFalse();
  }

  @Test
  void aPictureWithoutAFileIsNoted() {
    Recorded recorded = take("{\"name\": \"a\", \"type\": \"picture\", \"renditions\": []}");
    assertThat(recorded.outcomes()).containsExactly(Outcome.TAKEN);
    assertThat(recorded.lines.getFirst().detail()).contains("without a file");
  }

  private Recorded take(String associations) {
    return test.take(test.file("in/story.json", story("u:1", associations)));
  }

  private List<Picture> pictures() {
    return test.article("u:1").content().pictures();
  }

  private static String picture(String href) {
    return "{\"name\": \"a\", \"type\": \"picture\", \"renditions\": [{\"href\": \""
        + href
        + "\"}]}";
  }

  private static String story(String uri, String associations) {
    return """
    {"uri": "%s", "language": "ru", "versioncreated": "2026-11-20T11:00:00+05:00",
     "headline": "Лёд", "associations": [%s]}
    """
        .formatted(uri, associations);
  }
}
