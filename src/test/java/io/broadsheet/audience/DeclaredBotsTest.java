package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeclaredBotsTest {
  private final DeclaredBots listed = DeclaredBots.listed();

  @Test
  void everyInstanceOfTheListIsKnown() throws IOException {
    int instances = 0;
    try (InputStream list =
        Objects.requireNonNull(
            DeclaredBots.class.getResourceAsStream("/audience/crawler-user-agents.json"))) {
      for (JsonNode entry : JsonMapper.shared().readTree(list)) {
        if (entry.path("tags").valueStream().noneMatch(t -> t.asString().equals("http-library"))) {
          for (JsonNode instance : entry.path("instances")) {
            assertThat(listed.declares(instance.asString())).as(instance.asString()).isTrue();
            instances++;
          }
        }
      }
    }
    assertThat(instances).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/130.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/130.0.0.0 YaBrowser/24.10.0.0 Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Mobile/15E148 Instagram 357.0.0.29.92",
        "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Linux; Android 13; CUBOT_NOTE_S) Chrome/130.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Linux; Android 12; KFTRWI) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Silk/130.4 like Chrome/130.0 Safari/537.36",
        "Opera/9.80 (J2ME/MIDP; Opera Mini/9.80) Presto/2.12.423 Version/12.16",
        "okhttp/4.12.0",
        ""
      })
  void readersAndTheirAppsAreNot(String agent) {
    assertThat(listed.declares(agent)).isFalse();
  }

  @Test
  void expressionsAreTakenAsTheyAreMeant() {
    DeclaredBots bots = new DeclaredBots(List.of("Some\\.Bot\\/", "^Silk\\/", "Ahrefs(Bot|Site)"));
    assertThat(bots.declares("x Some.Bot/1")).isTrue();
    assertThat(bots.declares("x SomeXBot-1")).isFalse();
    assertThat(bots.declares("Silk/1")).isTrue();
    assertThat(bots.declares("Mozilla Silk/1")).isFalse();
    assertThat(bots.declares("AhrefsSite")).isTrue();
  }
}
