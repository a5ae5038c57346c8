package io.broadsheet.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The stories, pictures and rates of the demo, as files to import, dated as if written today. */
public final class SampleStories implements AutoCloseable {
  private static final Duration AGE_OF_NEWEST = Duration.ofMinutes(4);
  private static final String ROOT = "demo/";
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d)");

  /** A day by itself, such as that of a source. */
  private static final Pattern DAY = Pattern.compile("(?<=\")\\d{4}-\\d\\d-\\d\\d(?=\")");

  private final Path folder;

  private SampleStories(Path folder) {
    this.folder = folder;
  }

  /** Unpacks them into a temporary folder, all times moved so that the newest is minutes old. */
  public static SampleStories unpack(Instant now) throws IOException {
    SampleStories samples = new SampleStories(Files.createTempDirectory("broadsheet-demo"));
    Map<Path, String> texts = new LinkedHashMap<>();
    for (Resource resource :
        new PathMatchingResourcePatternResolver().getResources("classpath:/" + ROOT + "**/*.*")) {
      Path file = samples.place(resource);
      Files.createDirectories(file.resolveSibling(""));
      try (InputStream in = resource.getInputStream()) {
        if (isText(file)) {
          texts.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } else {
          Files.copy(in, file);
        }
      }
    }
    Duration shift = Duration.between(newest(texts), now.minus(AGE_OF_NEWEST));
    for (Map.Entry<Path, String> text : texts.entrySet()) {
      Files.writeString(text.getKey(), moved(text.getValue(), shift));
    }
    return samples;
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

  private static boolean isText(Path file) {
    String name = file.toString();
    return name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".csv");
  }

  private static Instant newest(Map<Path, String> texts) {
    return texts.values().stream()
        .flatMap(text -> TIME.matcher(text).results())
        .map(found -> OffsetDateTime.parse(found.group()).toInstant())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static String moved(String text, Duration shift) {
    String times = TIME.matcher(text).replaceAll(found -> moved(found, shift));
    return DAY.matcher(times)
        .replaceAll(found -> LocalDate.parse(found.group()).plusDays(shift.toDays()).toString());
  }

  private static String moved(MatchResult found, Duration shift) {
    return OffsetDateTime.parse(found.group()).plus(shift).withNano(0).toString();
  }
}
