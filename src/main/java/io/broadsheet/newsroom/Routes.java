package io.broadsheet.newsroom;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.broadsheet.accounts.Permission;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** What each path of the newsroom asks for; the first that fits holds, and the rest is refused. */
final class Routes {
  static final List<Route> ALL =
      List.of(
          open(GET, "/newsroom/sign-in"),
          open(POST, "/newsroom/sign-in/**"),
          open(GET, "/newsroom/enter"),
          open(POST, "/newsroom/enter"),
          route(GET, "/newsroom", Permission.ENTER),
          route(GET, "/newsroom/", Permission.ENTER),
          route(GET, "/newsroom/account/**", Permission.ENTER),
          route(POST, "/newsroom/account/**", Permission.ENTER),
          route(POST, "/newsroom/sign-out", Permission.ENTER),
          route(POST, "/newsroom/stories/*/release", Permission.PUBLISH),
          route(POST, "/newsroom/stories/*/approve", Permission.REVIEW),
          route(GET, "/newsroom/stories/*/live", Permission.PUBLISH),
          route(POST, "/newsroom/stories/*/live/**", Permission.PUBLISH),
          route(POST, "/newsroom/stories/*/retract", Permission.PUBLISH),
          route(POST, "/newsroom/stories/*/breaking", Permission.LEAD),
          route(GET, "/newsroom/stories/**", Permission.WRITE),
          route(POST, "/newsroom/stories/**", Permission.WRITE),
          route(PUT, "/newsroom/stories/*/draft", Permission.WRITE),
          route(GET, "/newsroom/pictures/**", Permission.WRITE),
          route(POST, "/newsroom/pictures", Permission.WRITE),
          route(GET, "/newsroom/front/**", Permission.LEAD),
          route(POST, "/newsroom/front/**", Permission.LEAD),
          route(GET, "/newsroom/comments/**", Permission.MODERATE),
          route(POST, "/newsroom/comments/**", Permission.MODERATE),
          route(GET, "/newsroom/rates/**", Permission.RATES),
          route(POST, "/newsroom/rates/**", Permission.RATES),
          route(GET, "/newsroom/audience.csv", Permission.AUDIENCE),
          route(GET, "/newsroom/audience/**", Permission.AUDIENCE),
          route(POST, "/newsroom/audience/**", Permission.RANK),
          route(GET, "/newsroom/staff/**", Permission.STAFF),
          route(POST, "/newsroom/staff/**", Permission.STAFF),
          route(GET, "/newsroom/audit", Permission.STAFF));

  private Routes() {}

  /**
   * A path, or all below it.
   *
   * @param permission what it asks for; null where nobody need be signed in
   */
  record Route(HttpMethod method, String pattern, @Nullable Permission permission) {}

  /** Returns the line that holds for a request; empty for what stands in none. */
  static Optional<Route> find(HttpMethod method, String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return ALL.stream()
        .filter(route -> route.method().equals(method))
        .filter(route -> PathPatternParser.defaultInstance.parse(route.pattern()).matches(parsed))
        .findFirst();
  }

  private static Route route(HttpMethod method, String pattern, Permission permission) {
    return new Route(method, pattern, permission);
  }

  private static Route open(HttpMethod method, String pattern) {
    return new Route(method, pattern, null);
  }
}
