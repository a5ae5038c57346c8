package io.broadsheet.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.LogLevel;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code broadsheet.yaml}, in which only settings of ours and log levels may stand. */
final class SettingsFile {
  private static final String NAME = "broadsheet.yaml";
  private static final ConfigurationPropertyName LEVELS =
      ConfigurationPropertyName.of("logging.level");

  private final KnownKeys known;

  SettingsFile(KnownKeys known) {
    this.known = known;
  }

  /** Returns what the first of these folders that has a settings file has in it. */
  List<PropertySource<?>> read(List<Path> folders) {
    for (Path folder : folders) {
      Path file = folder.resolve(NAME);
      // A link that leads nowhere was meant to be read, too.
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return read(file);
      }
    }
    return List.of();
  }

  private List<PropertySource<?>> read(Path file) {
    List<PropertySource<?>> documents = load(file);
    for (PropertySource<?> document : documents) {
      if (document instanceof EnumerablePropertySource<?> source) {
        for (String key : source.getPropertyNames()) {
          check(file, key, String.valueOf(source.getProperty(key)));
        }
      }
    }
    return documents.reversed();
  }

  private static List<PropertySource<?>> load(Path file) {
    try {
      return new YamlPropertySourceLoader().load(NAME, new FileSystemResource(file));
    } catch (MarkedYAMLException e) {
      String line = e.getProblemMark() == null ? "" : "line " + (e.getProblemMark().getLine() + 1);
      throw BadSetting.unreadable(file.toString(), line + ": " + e.getProblem());
    } catch (YAMLException | IllegalStateException e) {
      throw BadSetting.unreadable(file.toString(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw BadSetting.unreadable(file.toString(), "it cannot be opened");
    }
  }

  private void check(Path file, String key, String value) {
    ConfigurationPropertyName name = ConfigurationPropertyName.adapt(key, '.');
    if (LEVELS.isAncestorOf(name)) {
      checkLevel(key, value);
    } else if (!known.has(name) && !(value.isEmpty() && known.isGroup(name))) {
      throw BadSetting.unknown(key, value, file.toString(), known.near(name));
    }
  }

  /** YAML reads a bare {@code off} as false. */
  static void checkLevel(String key, String value) {
    for (LogLevel level : LogLevel.values()) {
      if (level.name().equals(value.toUpperCase(Locale.ROOT)) || value.equals("false")) {
        return;
      }
    }
    throw new BadSetting(key, value, "trace, debug, info, warn, error or off");
  }
}
