package io.broadsheet.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** The names of all settings, as the {@link Settings} records have them. */
final class KnownKeys {
  static final String ROOT = "broadsheet";

  /** Each setting's name and whether it is a list; of groups in a list those of the first. */
  private final SequencedMap<ConfigurationPropertyName, Boolean> keys = new TreeMap<>();

  KnownKeys() {
    collect(ConfigurationPropertyName.of(ROOT), Settings.class);
  }

  private void collect(ConfigurationPropertyName parent, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      ConfigurationPropertyName name = parent.append(kebab(component.getName()));
      if (component.getType().isRecord()) {
        collect(name, component.getType());
      } else if (component.getGenericType() instanceof ParameterizedType list
          && list.getActualTypeArguments()[0] instanceof Class<?> group
          && group.isRecord()) {
        keys.put(name, false);
        collect(name.append("[0]"), group);
      } else {
        keys.put(name, List.class.isAssignableFrom(component.getType()));
      }
    }
  }

  /** Tells whether a setting of this name exists; names differ only by letters and digits. */
  boolean has(ConfigurationPropertyName asked) {
    ConfigurationPropertyName name = firstOfLists(asked);
    return keys.containsKey(name)
        || (name.isLastElementIndexed() && Boolean.TRUE.equals(keys.get(name.getParent())));
  }

  /** What may stand in one group of a list may stand in all of them. */
  private static ConfigurationPropertyName firstOfLists(ConfigurationPropertyName name) {
    return ConfigurationPropertyName.adapt(
        name.toString().replaceAll("\\[\\d+\\]\\.", "[0]."), '.');
  }

  /** Tells whether settings stand below this name, so that nothing need stand there itself. */
  boolean isGroup(ConfigurationPropertyName name) {
    return keys.keySet().stream().anyMatch(name::isAncestorOf);
  }

  /** Tells whether this environment variable sets one of the settings. */
  boolean hasVariable(String asked) {
    String variable = asked.replaceAll("_\\d+_(?=[A-Z])", "_0_");
    return keys.entrySet().stream()
        .anyMatch(
            key ->
                variables(key.getKey()).stream()
                    .anyMatch(
                        name ->
                            variable.equals(name)
                                || (key.getValue() && variable.matches(name + "_\\d+_?"))));
  }

  /** Returns the settings that share the longest possible beginning with an unknown one. */
  List<String> near(ConfigurationPropertyName unknown) {
    Optional<ConfigurationPropertyName> group = Optional.empty();
    for (ConfigurationPropertyName parent = unknown.getParent();
        parent.getNumberOfElements() > 1 && group.isEmpty();
        parent = parent.getParent()) {
      ConfigurationPropertyName candidate = parent;
      group =
          Optional.of(candidate).filter(it -> keys.keySet().stream().anyMatch(it::isAncestorOf));
    }
    ConfigurationPropertyName beginning = group.orElse(ConfigurationPropertyName.of(ROOT));
    return keys.keySet().stream()
        .filter(beginning::isAncestorOf)
        .map(ConfigurationPropertyName::toString)
        .toList();
  }

  /** Returns all names of environment variables. */
  List<String> variables() {
    List<String> all = new ArrayList<>();
    keys.keySet().forEach(key -> all.add(variables(key).getFirst()));
    return all;
  }

  /** Spring's name of the variable leaves dashes out; many put underscores in their place. */
  private static List<String> variables(ConfigurationPropertyName key) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < key.getNumberOfElements(); i++) {
      name.append(i == 0 ? "" : "_").append(key.getElement(i, Form.ORIGINAL));
    }
    String upper = name.toString().toUpperCase(Locale.ROOT);
    return List.of(upper.replace("-", ""), upper.replace('-', '_'));
  }

  private static String kebab(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
