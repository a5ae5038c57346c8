package io.broadsheet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.broadsheet.database.DataFolder;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
class MediaTest {
  @TempDir Path folder;

  private final TestDatabase opened;

  MediaTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  private Media media() {
    return new Media(
        opened.database(), new DataFolder(folder), () -> Instant.parse("2026-11-20T07:00:00Z"));
  }

  @Test
  void aPictureIsStoredInTheWidthsThatPagesUse() throws Exception {
    StoredPicture stored = media().store(encoded(halves(1_500, 1_000), "jpg"));
    assertThat(stored.width()).isEqualTo(1_500);
    assertThat(stored.height()).isEqualTo(1_000);
    assertThat(stored.color()).matches("#[0-9a-f]{6}");
    for (int width : new int[] {320, 640, 960, 1_280, 1_500}) {
      BufferedImage rendition =
          ImageIO.read(rendition(stored.hash(), width).orElseThrow().toFile());
      assertThat(rendition.getWidth()).isEqualTo(width);
      assertThat(rendition.getHeight()).isEqualTo(Math.round(width / 1.5f));
      assertThat(new Color(rendition.getRGB(width / 8, 20)).getRed()).isGreaterThan(150);
      assertThat(new Color(rendition.getRGB(width * 7 / 8, 20)).getBlue()).isGreaterThan(150);
    }
    assertThat(rendition(stored.hash(), 1_920)).isEmpty();
    assertThat(rendition("0".repeat(64), 320)).isEmpty();
  }

  @Test
  void eachWidthIsThereInJpegToo() throws Exception {
    StoredPicture stored = media().store(encoded(halves(700, 500), "png"));
    for (int width : new int[] {320, 640, 700}) {
      Renditions.Rendition jpeg =
          new Renditions.Rendition(stored.hash(), width, Renditions.Format.JPG);
      byte[] file = Files.readAllBytes(media().rendition(jpeg).orElseThrow());
      assertThat(file).startsWith(0xff, 0xd8, 0xff);
      assertThat(ImageIO.read(new ByteArrayInputStream(file)).getWidth()).isEqualTo(width);
    }
  }

  @Test
  void renditionsFollowOnTheirOwnAndGoOnAfterARestart() throws Exception {
    StoredPicture first = media().store(encoded(halves(700, 500), "png"));
    StoredPicture second = media().store(encoded(halves(500, 700), "png"));
    assertThat(media().progress(first.hash())).contains(new Media.Progress(0, 6));
    assertThat(media().progress("0".repeat(64))).isEmpty();
    try (Media restarted = media()) {
      restarted.start();
      drawn(restarted, first, 6);
      drawn(restarted, second, 4);
      StoredPicture third = restarted.store(encoded(halves(300, 200), "png"));
      drawn(restarted, third, 2);
    }
  }

  @Test
  void onePictureThatCannotBeDrawnDoesNotHoldUpOthers() throws Exception {
    StoredPicture lost = media().store(encoded(halves(700, 500), "png"));
    Files.delete(folder.resolve("media").resolve(lost.hash().substring(0, 2)).resolve(lost.hash()));
    try (Media restarted = media()) {
      restarted.start();
      drawn(restarted, restarted.store(encoded(halves(300, 200), "png")), 2);
      assertThat(restarted.progress(lost.hash())).contains(new Media.Progress(0, 6));
      drawn(restarted, restarted.store(encoded(halves(700, 500), "png")), 6);
    }
  }

  private static void drawn(Media media, StoredPicture picture, int all)
      throws InterruptedException {
    Media.Progress done = new Media.Progress(all, all);
    for (int i = 0; i < 300 && !media.progress(picture.hash()).orElseThrow().equals(done); i++) {
      Thread.sleep(100);
    }
    assertThat(media.progress(picture.hash())).contains(done);
  }

  private Optional<Path> rendition(String hash, int width) throws Exception {
    return media().rendition(new Renditions.Rendition(hash, width, Renditions.Format.WEBP));
  }

  @Test
  void theSameFileIsStoredOnce() throws Exception {
    byte[] file = encoded(halves(400, 300), "png");
    StoredPicture first = media().store(file);
    long files = files();
    assertThat(media().store(file)).isEqualTo(first);
    assertThat(media().find(first.hash())).contains(first);
    assertThat(files()).isEqualTo(files);
  }

  @Test
  void aPictureThatLiesOnItsSideIsTurnedUpright() throws Exception {
    StoredPicture stored = media().store(withOrientation(encoded(halves(400, 200), "jpg"), 6));
    assertThat(stored.width()).isEqualTo(200);
    assertThat(stored.height()).isEqualTo(400);
    BufferedImage upright = ImageIO.read(rendition(stored.hash(), 200).orElseThrow().toFile());
    assertThat(new Color(upright.getRGB(100, 20)).getRed()).isGreaterThan(150);
    assertThat(new Color(upright.getRGB(100, 380)).getBlue()).isGreaterThan(150);
  }

  @Test
  void aLargePictureKeepsItsProportionsWhicheverSideIsUp() throws Exception {
    byte[] large = encoded(halves(6_400, 5_000), "jpg");
    for (int orientation : new int[] {1, 6}) {
      StoredPicture stored = media().store(withOrientation(large, orientation));
      assertThat(stored.width()).isEqualTo(orientation == 1 ? 6_400 : 5_000);
      BufferedImage widest = ImageIO.read(rendition(stored.hash(), 1_920).orElseThrow().toFile());
      assertThat(widest.getWidth()).isEqualTo(1_920);
      assertThat(widest.getHeight()).isCloseTo(1_920 * stored.height() / stored.width(), within(2));
      int x = orientation == 1 ? 100 : 960;
      int y = orientation == 1 ? 750 : 100;
      assertThat(new Color(widest.getRGB(x, y)).getRed()).isGreaterThan(150);
    }
  }

  @Test
  void whatShinesThroughIsPaper() throws Exception {
    for (int size : new int[] {40, 4_000}) {
      BufferedImage glass = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
      StoredPicture stored = media().store(encoded(glass, "png"));
      assertThat(stored.color()).isEqualTo("#ffffff");
    }
    BufferedImage glass = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_INDEXED);
    assertThat(media().store(encoded(glass, "gif")).width()).isEqualTo(40);
  }

  @Test
  void aPreviewStoresNothing() throws Exception {
    byte[] file = encoded(halves(400, 300), "png");
    StoredPicture preview = media().preview(file);
    assertThat(media().find(preview.hash())).isEmpty();
    assertThat(files()).isZero();
    assertThat(media().store(file)).isEqualTo(preview).isEqualTo(media().preview(file));
  }

  @Test
  void filesThatWereLostAreDrawnAnew() throws Exception {
    byte[] file = encoded(halves(400, 300), "png");
    StoredPicture stored = media().store(file);
    Files.delete(rendition(stored.hash(), 320).orElseThrow());
    assertThat(media().store(file)).isEqualTo(stored);
    assertThat(rendition(stored.hash(), 320)).isPresent();
  }

  @Test
  void metadataNeverReachesReaders() throws Exception {
    StoredPicture stored = media().store(withOrientation(encoded(halves(400, 200), "jpg"), 1));
    byte[] rendition = Files.readAllBytes(rendition(stored.hash(), 320).orElseThrow());
    assertThat(new String(rendition, StandardCharsets.ISO_8859_1))
        .startsWith("RIFF")
        .doesNotContain("EXIF", "Exif");
  }

  @Test
  void webpIsTakenInToo() throws Exception {
    StoredPicture first = media().store(encoded(halves(400, 300), "png"));
    byte[] webp = Files.readAllBytes(rendition(first.hash(), 400).orElseThrow());
    assertThat(media().store(webp).height()).isEqualTo(300);
  }

  @Test
  void whatIsNoPictureIsRefusedAndLeavesNothing() throws IOException {
    for (String text : new String[] {"", "hello", "<svg onload='x'/>", "GIF89a", "\u0089PNG\r\n"}) {
      assertThatThrownBy(() -> media().store(text.getBytes(StandardCharsets.ISO_8859_1)))
          .isInstanceOf(UnfitPicture.class);
    }
    assertThat(files()).isZero();
  }

  @Test
  void aFileThatClaimsTooManyPixelsIsRefusedBeforeItIsDecoded() throws Exception {
    byte[] png = encoded(halves(10, 10), "png");
    // Width and height stand at bytes 16 and 20 of a PNG; the checksum is not reached.
    png[16] = png[20] = 0;
    png[17] = png[21] = 0;
    png[18] = png[22] = 0x4e;
    assertThatThrownBy(() -> media().store(png))
        .isInstanceOf(UnfitPicture.class)
        .hasMessageContaining("million");
  }

  @Test
  void aDamagedFileIsRefusedOrShownAsFarAsItGoesButNeverAFault() throws Exception {
    long seed = System.nanoTime();
    System.out.println("MediaTest seed " + seed);
    Random random = new Random(seed);
    byte[] whole = encoded(halves(60, 40), "jpg");
    for (int round = 0; round < 100; round++) {
      byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      try {
        assertThat(media().store(damaged).width()).isPositive();
      } catch (UnfitPicture e) {
        assertThat(e).hasMessageEndingWith(".");
      }
    }
  }

  /** Red on the left, blue on the right. */
  private static BufferedImage halves(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.setColor(Color.RED);
    canvas.fillRect(0, 0, width / 2, height);
    canvas.setColor(Color.BLUE);
    canvas.fillRect(width / 2, 0, width - width / 2, height);
    canvas.dispose();
    return picture;
  }

  private static byte[] encoded(BufferedImage picture, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, format, bytes);
    return bytes.toByteArray();
  }

  /** Puts an EXIF segment that holds only the orientation behind the start of a JPEG. */
  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] exif = {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0, // segment, its length, its name
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8, // TIFF header, big endian
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0, // one entry: tag 0x0112
      0,
      0,
      0,
      0 // no further directory
    };
    byte[] all = new byte[jpeg.length + exif.length];
    System.arraycopy(jpeg, 0, all, 0, 2);
    System.arraycopy(exif, 0, all, 2, exif.length);
    System.arraycopy(jpeg, 2, all, 2 + exif.length, jpeg.length - 2);
    return all;
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    }
  }
}
