package io.broadsheet.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import io.broadsheet.database.DataFolder;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureWordsTest {
  private static final byte[] JPEG = TestPictures.encoded(400, 300, "jpg");

  @Test
  void aCameraSaysWhoseItIsAndWhatItShows() {
    byte[] file =
        TestPictures.withExif(
            JPEG, Map.of(0x013b, "Айдар Есмолда", 0x8298, "Qala", 0x010e, "Мост\nзимой"), true);
    assertThat(PictureWords.of(file)).isEqualTo(new PictureWords("Айдар Есмолда", "Мост зимой"));
    byte[] owned = TestPictures.withExif(JPEG, Map.of(0x8298, "© Qala", 0x010e, "SONY DSC"), false);
    assertThat(PictureWords.of(owned)).isEqualTo(new PictureWords("© Qala", ""));
  }

  @Test
  void whatAnAgencyWroteGoesBefore() {
    byte[] camera = TestPictures.withExif(JPEG, Map.of(0x013b, "Canon owner"), false);
    byte[] file =
        TestPictures.withIptc(camera, Map.of(80, "Әлия Нұр", 110, "Қазинформ", 120, "Көпір"));
    assertThat(PictureWords.of(file)).isEqualTo(new PictureWords("Әлия Нұр / Қазинформ", "Көпір"));
    byte[] xmp = TestPictures.withXmp(JPEG, "Jane Doe", "Reuters", "A bridge");
    assertThat(PictureWords.of(xmp)).isEqualTo(new PictureWords("Jane Doe / Reuters", "A bridge"));
  }

  @Test
  void whatIsTooLongIsCutAndWhatIsDamagedSaysNothing() {
    byte[] file =
        TestPictures.withExif(JPEG, Map.of(0x013b, "a".repeat(299) + "😀".repeat(9)), false);
    assertThat(PictureWords.of(file).credit()).isEqualTo("a".repeat(299));
    assertThat(PictureWords.of(JPEG)).isEqualTo(new PictureWords("", ""));
    assertThat(PictureWords.of(new byte[0])).isEqualTo(new PictureWords("", ""));
  }

  @Test
  void whereItWasTakenReachesNobody(@TempDir Path folder) throws Exception {
    byte[] file = TestPictures.withExif(JPEG, Map.of(0x013b, "Aidar"), true);
    assertThat(hasPlace(file)).isTrue();
    try (TestDatabase opened = TestDatabase.open(Dialect.SQLITE)) {
      Media media = new Media(opened.database(), new DataFolder(folder), () -> Instant.EPOCH);
      for (Renditions.Rendition one : Renditions.of(media.store(file))) {
        byte[] rendition = Files.readAllBytes(media.rendition(one).orElseThrow());
        assertThat(hasPlace(rendition)).isFalse();
        assertThat(new String(rendition, StandardCharsets.ISO_8859_1))
            .doesNotContain("Exif", "EXIF", "Aidar", "photoshop", "adobe");
      }
    }
  }

  private static boolean hasPlace(byte[] file) throws Exception {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file))
        .containsDirectoryOfType(GpsDirectory.class);
  }
}
