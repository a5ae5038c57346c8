package io.broadsheet.transfer;

import io.broadsheet.articles.HtmlBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The members of a JSON object by their names in any case: ninjs 1 and 2 wrote {@code pubstatus},
 * ninjs 3 writes {@code pubStatus}.
 *
 * @param byName by name in lower case
 */
record Fields(Map<String, JsonNode> byName) {
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

  private static final int SHOWN = 60;

  static Fields of(JsonNode object) {
    Map<String, JsonNode> byName = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!member.getValue().isNull()) {
        byName.putIfAbsent(member.getKey().toLowerCase(Locale.ROOT), member.getValue());
      }
    }
    return new Fields(byName);
  }

  /**
   * Returns the text of the first of these members that is there and not blank.
   *
   * @throws Unfit if it is something else than text
   */
  Optional<String> text(String... names) {
    for (String name : names) {
      JsonNode value = byName.get(name);
      if (value != null && !value.isString()) {
        throw new Unfit("“" + name + "” is not text.");
      }
      if (value != null && !value.stringValue().isBlank()) {
        return Optional.of(value.stringValue());
      }
    }
    return Optional.empty();
  }

  /**
   * Tells whether a member is this number, be it as text.
   *
   * @throws Unfit if it is no whole number
   */
  boolean isNumber(String name, int number) {
    JsonNode value = byName.get(name);
    if (value == null) {
      return false;
    }
    String digits = value.asString("").strip();
    if (!WHOLE.matcher(digits).matches()) {
      throw new Unfit("“" + name + "” is no whole number.");
    }
    return digits.equals(Integer.toString(number));
  }

  /**
   * Returns the objects of the first of these members that is there.
   *
   * <p>Ninjs 1 has objects by their names where later versions have arrays of objects with names.
   *
   * @throws Unfit if there is something else than objects
   */
  List<Fields> objects(String... names) {
    for (String name : names) {
      JsonNode value = byName.get(name);
      if (value != null) {
        return objects(name, value);
      }
    }
    return List.of();
  }

  private static List<Fields> objects(String name, JsonNode value) {
    if (!value.isArray() && !value.isObject()) {
      throw new Unfit("“" + name + "” is not a list.");
    }
    List<Fields> objects = new ArrayList<>();
    for (JsonNode one : value.values()) {
      if (!one.isObject()) {
        throw new Unfit("“" + name + "” holds something else than objects.");
      }
      objects.add(of(one));
    }
    return objects;
  }

  /** Returns the texts of a member that is text or a list of texts; none where it is not there. */
  List<String> texts(String name) {
    JsonNode value = byName.get(name);
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode one : value.isArray() ? value.values() : List.of(value)) {
      if (!one.isString()) {
        throw new Unfit("“" + name + "” is not text.");
      }
      texts.add(one.stringValue());
    }
    return texts;
  }

  /** Tells whether this is text with markup. */
  boolean isMarkup() {
    String type = text("contenttype").orElse("").toLowerCase(Locale.ROOT);
    return type.contains("html") || (type.isEmpty() && role().contains("html"));
  }

  /** Returns the text of a member without markup and without spaces around it, if any is left. */
  Optional<String> plain(String name) {
    return text(name)
        .map(value -> isMarkup() ? HtmlBody.parse(value).text() : value.strip())
        .filter(value -> !value.isEmpty());
  }

  /** Returns the role of an object in lower case; empty where it has none. */
  String role() {
    return text("role").orElse("").strip().toLowerCase(Locale.ROOT);
  }

  /** Returns so much of a text as fits into a sentence. */
  static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
