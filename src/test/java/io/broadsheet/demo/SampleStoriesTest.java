package io.broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
  void storiesKeepTheDaysThatTheyTellOfAndRatesAreMinutesOld() throws IOException {
    try (SampleStories samples = SampleStories.unpack(NOW)) {
      for (JsonNode story : stories(samples)) {
        LocalDate written =
            OffsetDateTime.parse(story.get("versioncreated").asString()).toLocalDate();
        assertThat(written).isBetween(LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 23));
        for (JsonNode source : story.path("infosources")) {
          if (source.has("contentcreated")) {
            assertThat(LocalDate.parse(source.get("contentcreated").asString()))
                .as("%s", story.get("uri"))
                .isBetween(LocalDate.of(2026, 1, 1), written);
          }
        }
      }
      List<Instant> quoted =
          Files.readAllLines(samples.folder().resolve("rates.csv")).stream()
              .skip(1)
              .map(line -> OffsetDateTime.parse(line.substring(line.lastIndexOf(',') + 1)))
              .map(OffsetDateTime::toInstant)
              .sorted(Comparator.reverseOrder())
              .toList();
      assertThat(quoted.getFirst()).isEqualTo(NOW.minus(Duration.ofMinutes(4)));
      assertThat(quoted.getLast()).isBefore(NOW.minus(Duration.ofHours(12)));
    }
  }

  @Test
  void ratesHaveAPastThatIsAlwaysTheSame() {
    String quotes =
        """
        currency,buy,sell,office,city,at
        USD,505.9,508.4,Мерей,Айнақорған,2026-11-22T09:00:00+05:00
        USD,506.9,509.4,Мерей,Айнақорған,2026-11-23T09:00:00+05:00
        """;
    List<String> before = SampleRates.before(quotes).lines().toList();
    assertThat(before).hasSize(60).isEqualTo(SampleRates.before(quotes).lines().toList());
    assertThat(before.getFirst())
        .matches("USD,5\\d\\d\\.\\d,5\\d\\d\\.\\d,Мерей,Айнақорған,2026-11-21T09:00\\+05:00");
    List<String> bank = SampleRates.bank(LocalDate.of(2026, 11, 30)).lines().toList();
    assertThat(bank.get(1)).as("the Friday before a Monday").startsWith("2026-11-27,1.1");
    assertThat(bank).hasSizeBetween(255, 265);
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
