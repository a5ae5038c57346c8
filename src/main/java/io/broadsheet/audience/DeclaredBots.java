package io.broadsheet.audience;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Knows programs that say in their {@code User-Agent} that they are no readers.
 *
 * <p>The list is that of the crawler-user-agents project, as it is published. Its libraries that
 * merely speak HTTP are left out: they say nothing about who uses them, and readers' apps do. What
 * calls itself a bot in general words is one though no list knows it.
 *
 * <p>Most of the patterns are plain text; an agent is compared with all of them once and then
 * remembered.
 */
final class DeclaredBots {
  private static final String LIST = "/audience/crawler-user-agents.json";
  private static final String LIBRARY = "http-library";
  private static final List<String> GENERAL = List.of("bot/", "crawler", "spider", "+http");
  private static final Pattern PLAIN = Pattern.compile("(?:[^\\\\\\[\\]^$*+?(){}|.]|\\\\[/.])+");
  private static final int REMEMBERED_CHARACTERS = 2_000_000;

  private final List<String> words = new ArrayList<>();
  private final List<Pattern> patterns = new ArrayList<>();
  private final Cache<String, Boolean> known =
      Caffeine.newBuilder()
          .maximumWeight(REMEMBERED_CHARACTERS)
          .weigher((String agent, Boolean bot) -> 50 + agent.length())
          .build();

  /** Knows what any of these regular expressions finds. */
  DeclaredBots(List<String> expressions) {
    for (String expression : expressions) {
      if (PLAIN.matcher(expression).matches()) {
        words.add(expression.replace("\\", ""));
      } else {
        patterns.add(Pattern.compile(expression));
      }
    }
  }

  /** The list that comes with Broadsheet, read when the first view comes. */
  private static final class Listed {
    static final DeclaredBots BOTS = new DeclaredBots(read());
  }

  /** Returns those of the list that comes with Broadsheet. */
  static DeclaredBots listed() {
    return Listed.BOTS;
  }

  /** Tells whether this agent says that it is a program. */
  boolean declares(String agent) {
    return known.get(agent, this::isFound);
  }

  private boolean isFound(String agent) {
    String lower = agent.toLowerCase(Locale.ROOT);
    return GENERAL.stream().anyMatch(lower::contains)
        || words.stream().anyMatch(agent::contains)
        || patterns.stream().anyMatch(pattern -> pattern.matcher(agent).find());
  }

  private static List<String> read() {
    try (InputStream list = DeclaredBots.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException("the list of declared bots is missing: " + LIST);
      }
      List<String> expressions = new ArrayList<>();
      for (JsonNode entry : JsonMapper.shared().readTree(list)) {
        boolean library =
            entry.path("tags").valueStream().anyMatch(tag -> LIBRARY.equals(tag.asString()));
        if (!library) {
          expressions.add(entry.required("pattern").asString());
        }
      }
      return expressions;
    } catch (IOException e) {
      throw new IllegalStateException("the list of declared bots cannot be read", e);
    }
  }
}
