package io.broadsheet.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.broadsheet.articles.DeskList;
import io.broadsheet.settings.Language;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which stories of the desk are asked for.
 *
 * @param list one of its lists; null for all
 * @param edition the language of the stories; null for all
 * @param text words that they have; may be empty
 * @param topic the slug of one of their topics; empty for any
 * @param mine whether only those of who asks
 * @param page from 1
 */
record DeskFilter(
    @Nullable DeskList list,
    @Nullable Language edition,
    String text,
    String topic,
    boolean mine,
    int page) {
  /** What the address calls all lists. */
  static final String ALL = "all";

  /**
   * Reads an address.
   *
   * @param list a code; empty for all if something is searched for, else for what is being written
   * @return nothing if there is no such list
   */
  static Optional<DeskFilter> of(
      String list, @Nullable Language edition, String text, String topic, boolean mine, int page) {
    DeskFilter all = new DeskFilter(null, edition, text.strip(), topic.strip(), mine, page);
    if (list.equals(ALL) || (list.isEmpty() && all.searches())) {
      return Optional.of(all);
    }
    return Arrays.stream(DeskList.values())
        .filter(one -> list.isEmpty() ? one == DeskList.WRITING : code(one).equals(list))
        .findFirst()
        .map(one -> all.in(one).at(page));
  }

  /** Tells whether it asks for some words, a topic or one's own. */
  boolean searches() {
    return !text.isEmpty() || !topic.isEmpty() || mine;
  }

  DeskFilter in(@Nullable DeskList other) {
    return new DeskFilter(other, edition, text, topic, mine, 1);
  }

  DeskFilter in(@Nullable Language other) {
    return new DeskFilter(list, other, text, topic, mine, 1);
  }

  DeskFilter at(int other) {
    return new DeskFilter(list, edition, text, topic, mine, other);
  }

  /** Returns the same without what is searched for. */
  DeskFilter plain() {
    return new DeskFilter(list == null ? DeskList.WRITING : list, edition, "", "", false, 1);
  }

  /** Returns the code of its list, or nothing if that is what an address without one means. */
  @Nullable String listCode() {
    DeskList meant = searches() ? null : DeskList.WRITING;
    return list == meant ? null : list == null ? ALL : code(list);
  }

  /** Returns the parameters of the list that it asks for. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    add(parameters, "list", listCode());
    add(parameters, "edition", edition == null ? null : edition.code());
    add(parameters, "q", text.isEmpty() ? null : text);
    add(parameters, "topic", topic.isEmpty() ? null : topic);
    add(parameters, "mine", mine ? "true" : null);
    add(parameters, "page", page > 1 ? Integer.toString(page) : null);
    return parameters;
  }

  private static void add(Map<String, String> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }

  /** Returns the path of the list that it asks for. */
  String path() {
    Map<String, String> parameters = parameters();
    return parameters.isEmpty()
        ? WritingViews.PATH
        : parameters.entrySet().stream()
            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
            .collect(Collectors.joining("&", WritingViews.PATH + "?", ""));
  }

  static String code(DeskList list) {
    return list.name().toLowerCase(Locale.ROOT);
  }
}
