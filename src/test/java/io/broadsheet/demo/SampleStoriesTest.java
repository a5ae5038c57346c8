package io.broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleStoriesTest {
  private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
  private static final int LEAST_STORIES = 12;
  private static final int LEAST_WORDS = 150;

  private final JsonMapper json = new JsonMapper();

  @Test
  void everyLanguageHasEnoughStoriesOfEnoughWords() throws IOException {
    try (SampleStories samples = SampleStories.unpack(NOW)) {
      for (String language : List.of("kk", "ru", "en")) {
        List<JsonNode> stories =
            stories(samples).stream()
                .filter(story -> story.get("language").asString().equals(language))
                .toList();
        assertThat(stories).as(language).hasSizeGreaterThanOrEqualTo(LEAST_STORIES);
        for (JsonNode story : stories) {
          String text = story.at("/bodies/0/value").asString().replaceAll("<[^>]+>", " ");
          assertThat(text.strip().split("[\\s\\u00a0]+"))
              .as("%s", story.get("uri"))
              .hasSizeGreaterThanOrEqualTo(LEAST_WORDS);
        }
      }
    }
  }

  @Test
  void theNewestIsMinutesOldAndTheOthersKeepTheirDistance() throws IOException {
    try (SampleStories samples = SampleStories.unpack(NOW)) {
      List<Instant> times = new ArrayList<>();
      for (JsonNode story : stories(samples)) {
        times.add(OffsetDateTime.parse(story.get("versioncreated").asString()).toInstant());
        for (JsonNode source : story.path("infosources")) {
          if (source.has("contentcreated")) {
            LocalDate day = LocalDate.parse(source.get("contentcreated").asString());
            assertThat(day)
                .isBefore(LocalDate.ofInstant(NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC));
            assertThat(day).isAfter(LocalDate.of(2026, 1, 1));
          }
        }
      }
      times.sort(Comparator.reverseOrder());
      assertThat(times.getFirst()).isEqualTo(NOW.minus(Duration.ofMinutes(4)));
      assertThat(times.get(5)).isBefore(NOW.minus(Duration.ofMinutes(10)));
    }
  }

  @Test
  void everyPictureLiesWhereItsStoryLooksForIt() throws IOException {
    try (SampleStories samples = SampleStories.unpack(NOW)) {
      Pattern href = Pattern.compile("\"href\": \"([^\"]+)\"");
      for (Path file : files(samples)) {
        href.matcher(Files.readString(file))
            .results()
            .filter(found -> found.group(1).endsWith(".jpg"))
            .forEach(found -> assertThat(file.resolveSibling(found.group(1))).isRegularFile());
      }
    }
  }

  @Test
  void nothingIsLeftOfTheTemporaryFolder() throws IOException {
    SampleStories samples = SampleStories.unpack(NOW);
    Path folder = samples.folder();
    samples.close();
    assertThat(folder).doesNotExist();
  }

  private List<JsonNode> stories(SampleStories samples) throws IOException {
    List<JsonNode> stories = new ArrayList<>();
    for (Path file : files(samples)) {
      stories.add(json.readTree(Files.readString(file)));
    }
    return stories;
  }

  private static List<Path> files(SampleStories samples) throws IOException {
    try (Stream<Path> files = Files.walk(samples.folder())) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }
}
