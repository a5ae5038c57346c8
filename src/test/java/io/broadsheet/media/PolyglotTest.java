package io.broadsheet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.database.DataFolder;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are a picture and something else at once: only the picture is handed on. */
class PolyglotTest {
  private static final String MARK = "alert('polyglot')";

  @TempDir Path folder;
  private TestDatabase opened;
  private Media media;

  @BeforeEach
  void open() {
    opened = TestDatabase.open(Dialect.SQLITE);
    media = new Media(opened.database(), new DataFolder(folder), () -> Instant.EPOCH);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void aGifThatIsAScriptIsOnlyAPicture() throws Exception {
    byte[] gif = TestPictures.encoded(40, 30, "gif");
    onlyAPicture(
        TestPictures.joined(gif, ("*/=1;" + MARK + "//").getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aJpegThatIsAPageIsOnlyAPicture() throws Exception {
    byte[] page = ("<html><script>" + MARK + "</script>").getBytes(StandardCharsets.UTF_8);
    byte[] jpeg = TestPictures.encoded(40, 30, "jpg");
    onlyAPicture(TestPictures.joined(TestPictures.withSegment(jpeg, 0xfe, "", page), page));
  }

  @Test
  void aPngThatIsAnArchiveIsOnlyAPicture() throws Exception {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry(MARK));
      zip.write(1);
    }
    byte[] png = TestPictures.encoded(40, 30, "png");
    onlyAPicture(TestPictures.joined(png, archive.toByteArray()));
  }

  @Test
  void aScriptOrPageThatOnlyBeginsLikeAPictureIsRefused() {
    for (String file : new String[] {"GIF89a/*" + MARK, "\u00ff\u00d8\u00ff<script>" + MARK}) {
      assertThatThrownBy(() -> media.store(file.getBytes(StandardCharsets.ISO_8859_1)))
          .isInstanceOf(UnfitPicture.class);
    }
  }

  private void onlyAPicture(byte[] file) throws Exception {
    assertThat(text(file)).contains(MARK);
    StoredPicture stored = media.store(file);
    assertThat(stored.width()).isEqualTo(40);
    for (Renditions.Rendition one : Renditions.of(stored)) {
      assertThat(text(Files.readAllBytes(media.rendition(one).orElseThrow())))
          .matches("(?s)(RIFF....WEBP|\u00ff\u00d8\u00ff).*")
          .doesNotContain("polyglot", "PK\003\004", "<script");
    }
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }
}
