package io.broadsheet.words;

import io.broadsheet.settings.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The texts of an interface in one language, from {@code words_xx.properties} in its folder.
 *
 * <p>The files are in UTF-8.
 */
public final class Words {
  private final Language language;
  private final Map<String, String> texts = new HashMap<>();

  private Words(Language language) {
    this.language = language;
  }

  /**
   * Reads the texts of a language.
   *
   * @param folder the interface's, such as {@code reader}
   */
  public static Words of(String folder, Language language) {
    Words words = new Words(language);
    String file = "/" + folder + "/words_" + language.code() + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String key : properties.stringPropertyNames()) {
      words.texts.put(key, properties.getProperty(key));
    }
    return words;
  }

  /** Returns the language. */
  public Language language() {
    return language;
  }

  /**
   * Returns a text, with {@code {0}}, {@code {1}} and so on replaced.
   *
   * @throws NullPointerException if there is no such text, which a test rules out
   */
  public String text(String key, Object... values) {
    String text = Objects.requireNonNull(texts.get(key), key);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  /** Returns the texts whose keys begin so, by what follows. */
  public Map<String, String> within(String prefix) {
    Map<String, String> found = new TreeMap<>();
    texts.forEach(
        (key, text) -> {
          if (key.startsWith(prefix)) {
            found.put(key.substring(prefix.length()), text);
          }
        });
    return found;
  }

  /** Returns a number with its noun, such as “24 часа”, from {@code key.one}, {@code .few}, … */
  public String count(String key, long number) {
    return text(key + "." + Plural.of(language, number), number);
  }

  /** Tells whether there is a text of this key. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  Set<String> keys() {
    return texts.keySet();
  }
}
