package io.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.luben.zstd.ZstdInputStream;
import io.broadsheet.web.ContentEncoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StitchTest {
  private static final String LETTERS = "<p>Қазақ тілі, русский язык & English</p>\n";

  @TempDir Path folder;

  @RepeatedTest(40)
  void everyEncodingOfAnyFragmentsDecodesToTheSameBytes() throws IOException {
    Random random = seeded();
    Fragment[] fragments = fragments(random);
    byte[] whole = whole(fragments);
    assertThat(body(ContentEncoding.IDENTITY, fragments)).isEqualTo(whole);
    try (InputStream gzip = new GZIPInputStream(stream(ContentEncoding.GZIP, fragments));
        ZstdInputStream zstd = new ZstdInputStream(stream(ContentEncoding.ZSTD, fragments))) {
      // GZIPInputStream checks the CRC and the length in the trailer.
      assertThat(gzip.readAllBytes()).isEqualTo(whole);
      assertThat(zstd.readAllBytes()).isEqualTo(whole);
    }
  }

  @RepeatedTest(5)
  void commandLineToolsTakeTheJoinedBodies() throws Exception {
    Fragment[] fragments = fragments(seeded());
    assertDecodes("gzip", ContentEncoding.GZIP, fragments);
    assertDecodes("zstd", ContentEncoding.ZSTD, fragments);
  }

  @RepeatedTest(20)
  void joinedCrcIsThatOfTheWhole() {
    Random random = seeded();
    byte[] left = contents(random);
    byte[] right = contents(random);
    int joined = Crc.join(crc(left), crc(right), Crc.shift(right.length));
    byte[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    assertThat(joined).isEqualTo(crc(both));
  }

  @Test
  void crcShiftsByMoreBytesThanAnArrayHolds() {
    int shift = Crc.shift(3L << 32);
    int stepwise = Crc.shift(0);
    for (int i = 0; i < 3; i++) {
      // Shifting by a then b is shifting by a + b; joining with nothing is multiplying.
      stepwise = Crc.join(stepwise, 0, Crc.shift(1L << 32));
    }
    assertThat(shift).isEqualTo(stepwise);
  }

  @RepeatedTest(20)
  void tagsAreEqualWhenRebuiltAndDifferWhenAnyFragmentOrEncodingDoes() {
    Random random = seeded();
    Fragment[] fragments = fragments(random);
    Fragment[] rebuilt = new Fragment[fragments.length];
    for (int i = 0; i < fragments.length; i++) {
      rebuilt[i] = Fragment.of(fragments[i].in(ContentEncoding.IDENTITY).clone());
    }
    String tag = Stitch.join(ContentEncoding.GZIP, fragments).tag();
    assertThat(Stitch.join(ContentEncoding.GZIP, rebuilt).tag()).isEqualTo(tag);
    assertThat(Stitch.join(ContentEncoding.ZSTD, rebuilt).tag()).isNotEqualTo(tag);
    assertThat(Stitch.join(ContentEncoding.IDENTITY, rebuilt).tag()).isNotEqualTo(tag);

    Fragment[] changed = rebuilt.clone();
    changed[random.nextInt(changed.length)] = Fragment.of("changed " + random.nextLong());
    assertThat(Stitch.join(ContentEncoding.GZIP, changed).tag()).isNotEqualTo(tag);
  }

  @Test
  void tagsTellOrderAndBoundariesApart() {
    Fragment a = Fragment.of("a");
    Fragment b = Fragment.of("b");
    String tag = Stitch.join(ContentEncoding.IDENTITY, a, b).tag();
    assertThat(Stitch.join(ContentEncoding.IDENTITY, b, a).tag()).isNotEqualTo(tag);
    assertThat(Stitch.join(ContentEncoding.IDENTITY, Fragment.of("ab")).tag()).isNotEqualTo(tag);
    assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"");
  }

  private static Random seeded() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    return new Random(seed);
  }

  private static Fragment[] fragments(Random random) {
    Fragment[] fragments = new Fragment[1 + random.nextInt(12)];
    for (int i = 0; i < fragments.length; i++) {
      fragments[i] = Fragment.of(contents(random));
    }
    return fragments;
  }

  /** Nothing, a few bytes, text, noise, or much of one letter. */
  private static byte[] contents(Random random) {
    byte[] noise = new byte[random.nextInt(70_000)];
    random.nextBytes(noise);
    return switch (random.nextInt(6)) {
      case 0 -> new byte[0];
      case 1 -> Arrays.copyOf(noise, Math.min(noise.length, random.nextInt(8)));
      case 2, 3 ->
          LETTERS.repeat(random.nextInt(600)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      case 4 -> noise;
      default -> new byte[random.nextInt(2_000_000)];
    };
  }

  private static byte[] whole(Fragment[] fragments) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (Fragment fragment : fragments) {
      whole.writeBytes(fragment.in(ContentEncoding.IDENTITY));
    }
    return whole.toByteArray();
  }

  private static byte[] body(ContentEncoding encoding, Fragment[] fragments) {
    return Stitch.join(encoding, fragments).bytes();
  }

  private static InputStream stream(ContentEncoding encoding, Fragment[] fragments) {
    return new ByteArrayInputStream(body(encoding, fragments));
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private void assertDecodes(String tool, ContentEncoding encoding, Fragment[] fragments)
      throws Exception {
    assumeThat(installed(tool)).as(tool + " is installed").isTrue();
    Path packed = folder.resolve("page." + encoding.token());
    Files.write(packed, body(encoding, fragments));
    Process process =
        new ProcessBuilder(tool, "-q", "-d", "-c", packed.toString())
            .redirectOutput(folder.resolve("page").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("page"))).isEqualTo(whole(fragments));
  }

  private static boolean installed(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
