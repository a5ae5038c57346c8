package io.broadsheet.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The stories, pictures and rates of the demo, as files to import.
 *
 * <p>Stories keep the days that they tell of; rates are as if quoted this minute.
 */
public final class SampleStories implements AutoCloseable {
  private static final Duration AGE_OF_NEWEST = Duration.ofMinutes(4);
  private static final String ROOT = "demo/";
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d)");

  private final Path folder;

  private SampleStories(Path folder) {
    this.folder = folder;
  }

  /** Unpacks them into a temporary folder, rates moved so that the newest is minutes old. */
  public static SampleStories unpack(Instant now) throws IOException {
    SampleStories samples = new SampleStories(Files.createTempDirectory("broadsheet-demo"));
    for (Resource resource :
        new PathMatchingResourcePatternResolver().getResources("classpath:/" + ROOT + "**/*.*")) {
      Path file = samples.place(resource);
      Files.createDirectories(file.resolveSibling(""));
      try (InputStream in = resource.getInputStream()) {
        Files.copy(in, file);
      }
    }
    Path rates = samples.folder.resolve("rates.csv");
    String quotes = moved(Files.readString(rates), now.minus(AGE_OF_NEWEST));
    Files.writeString(rates, quotes + SampleRates.before(quotes));
    Files.writeString(
        samples.folder.resolve("bank.csv"),
        SampleRates.bank(LocalDate.ofInstant(now, ZoneOffset.UTC)));
    return samples;
  }

  /**
   * Has invented readers talk about the stories, once they are in a portal.
   *
   * @param moderator who approves what they say; some of it is left waiting
   */
  public void discuss(BeanFactory portal, String moderator) throws IOException {
    SampleTalk.read().say(portal, moderator);
  }

  /** Returns the folder to import. */
  public Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Keeps the folders below the root, since stories name their pictures by them. */
  private Path place(Resource resource) throws IOException {
    String address = resource.getURL().toString();
    return folder.resolve(address.substring(address.lastIndexOf("/" + ROOT) + ROOT.length() + 1));
  }

  private static String moved(String text, Instant newest) {
    Instant last =
        TIME.matcher(text)
            .results()
            .map(found -> OffsetDateTime.parse(found.group()).toInstant())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    Duration shift = Duration.between(last, newest);
    return TIME.matcher(text).replaceAll(found -> moved(found, shift));
  }

  private static String moved(MatchResult found, Duration shift) {
    return OffsetDateTime.parse(found.group()).plus(shift).withNano(0).toString();
  }
}
