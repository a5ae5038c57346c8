package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.accounts.Permission;
import io.broadsheet.accounts.Role;
import io.broadsheet.accounts.StaffMember;
import io.broadsheet.accounts.TestStaff;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Every role at every door, by the table that guards them. */
class RoutesTest {
  private static final Map<Role, String> COOKIES = new EnumMap<>(Role.class);

  private static TestNewsroom newsroom;
  private static List<Door> doors;

  /** A method and a path that some controller answers, with numbers put in. */
  private record Door(HttpMethod method, String path) {}

  @BeforeAll
  static void start() throws IOException {
    newsroom = new TestNewsroom();
    newsroom.web.keep("");
    for (Role role : Role.values()) {
      StaffMember member = TestStaff.add(newsroom.staff, "A " + role.code(), role);
      COOKIES.put(role, newsroom.cookie(member));
    }
    doors = doors(newsroom.web.mappings());
  }

  @AfterAll
  static void stop() {
    newsroom.close();
  }

  @Test
  void everyDoorStandsInTheTable() {
    assertThat(doors)
        .hasSizeGreaterThan(30)
        .allSatisfy(door -> assertThat(route(door)).isNotNull());
  }

  @Test
  void everyLineOfTheTableLeadsToADoor() {
    assertThat(Routes.ALL)
        .allSatisfy(
            line -> assertThat(doors).anySatisfy(door -> assertThat(route(door)).isEqualTo(line)));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aRoleOpensWhatTheTableSaysAndNothingElse(Role role) throws Exception {
    String cookie = Objects.requireNonNull(COOKIES.get(role));
    for (Door door : doors) {
      if (door.path().equals("/newsroom/sign-out")) {
        continue; // it would end the session that the rest is asked with
      }
      Permission needed = Objects.requireNonNull(route(door)).permission();
      boolean opens = needed == null || role.permissions().contains(needed);
      int status = ask(door, "Cookie", cookie).statusCode();
      assertThat(status == 403).as("%s at %s: %d", role, door, status).isEqualTo(!opens);
      assertThat(status).as("%s at %s", role, door).isNotEqualTo(500);
    }
  }

  @Test
  void whoIsNotSignedInIsAskedToAndLedBack() throws Exception {
    for (Door door : doors) {
      Permission needed = Objects.requireNonNull(route(door)).permission();
      HttpResponse<byte[]> answer = ask(door);
      if (needed == null) {
        assertThat(answer.statusCode()).as("%s", door).isNotIn(303, 403, 500);
      } else if (door.method().equals(HttpMethod.GET)) {
        assertThat(answer.statusCode()).as("%s", door).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
            .startsWith("/newsroom/sign-in");
      } else {
        assertThat(answer.statusCode()).as("%s", door).isEqualTo(401);
      }
    }
    assertThat(ask(new Door(HttpMethod.GET, "/newsroom/stories?list=review")).headers().map())
        .containsEntry(
            "Location", List.of("/newsroom/sign-in?to=%2Fnewsroom%2Fstories%3Flist%3Dreview"));
    assertThat(newsroom.web.get("/newsroom/stories", "Sec-Fetch-Mode", "cors").statusCode())
        .isEqualTo(401);
  }

  @Test
  void whatStandsInNoLineIsForNobody() throws Exception {
    String cookie = Objects.requireNonNull(COOKIES.get(Role.ADMINISTRATOR));
    for (Door door :
        List.of(
            new Door(HttpMethod.GET, "/newsroom/nowhere"),
            new Door(HttpMethod.DELETE, "/newsroom/stories/1"),
            new Door(HttpMethod.PUT, "/newsroom/staff"),
            new Door(HttpMethod.GET, "/newsroom/sign-in/password"))) {
      assertThat(ask(door, "Cookie", cookie).statusCode()).as("%s", door).isEqualTo(404);
    }
  }

  @Test
  void aKeyOfAProgramOpensNothingHere() throws Exception {
    assertThat(newsroom.web.get("/newsroom/stories", "Authorization", "Bearer right").statusCode())
        .isEqualTo(303);
  }

  @Test
  void otherSitesPagesCannotActInSomebodysName() throws Exception {
    String cookie = Objects.requireNonNull(COOKIES.get(Role.ADMINISTRATOR));
    for (Door door : doors) {
      if (!door.method().equals(HttpMethod.GET)) {
        for (String[] said :
            new String[][] {
              {"Origin", "https://elsewhere.example"},
              {"Origin", "null"},
              {"Sec-Fetch-Site", "cross-site"},
              {"Sec-Fetch-Site", "same-site"}
            }) {
          HttpResponse<byte[]> answer = ask(door, "Cookie", cookie, said[0], said[1]);
          assertThat(answer.statusCode()).as("%s %s", door, said[1]).isEqualTo(403);
          assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
              .contains("own pages only");
        }
      }
    }
  }

  private static HttpResponse<byte[]> ask(Door door, String... headers) throws Exception {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
    return newsroom.web.send(
        door.method().name(), door.path(), new byte[0], all.toArray(String[]::new));
  }

  private static Routes.@Nullable Route route(Door door) {
    return Routes.find(door.method(), door.path()).orElse(null);
  }

  private static List<Door> doors(List<RequestMappingInfo> mappings) {
    List<Door> found = new ArrayList<>();
    for (RequestMappingInfo mapping : mappings) {
      for (String pattern : mapping.getPatternValues()) {
        if (pattern.startsWith("/newsroom")) {
          String path = pattern.replaceAll("\\{[^/]*}+", "999");
          mapping
              .getMethodsCondition()
              .getMethods()
              .forEach(method -> found.add(new Door(method.asHttpMethod(), path)));
        }
      }
    }
    return found;
  }
}
