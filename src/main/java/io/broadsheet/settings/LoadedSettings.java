package io.broadsheet.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

/**
 * The settings as the operator has made them.
 *
 * @param settings all of them, checked
 * @param sources where they and the log levels come from, the strongest first
 */
public record LoadedSettings(Settings settings, List<PropertySource<?>> sources) {
  private static final String VARIABLES = "BROADSHEET_";
  private static final String LEVEL_VARIABLES = "LOGGING_LEVEL_";

  /** Variables that are addressed to the launcher and the command line. */
  private static final Set<String> OTHERS =
      Set.of("BROADSHEET_JAVA", "BROADSHEET_JAVA_OPTS", "BROADSHEET_JDKS", "BROADSHEET_TRACE");

  /**
   * Reads the settings.
   *
   * @param folders where {@code broadsheet.yaml} may lie; the first that is found is the one
   * @param environment the environment's variables, which go before the file
   * @throws BadSetting if there is one that does not exist or cannot be used
   */
  public static LoadedSettings load(List<Path> folders, Map<String, String> environment) {
    KnownKeys known = new KnownKeys();
    List<PropertySource<?>> sources = new ArrayList<>();
    sources.add(variables(known, environment));
    sources.addAll(new SettingsFile(known).read(folders));
    return new LoadedSettings(bind(sources), List.copyOf(sources));
  }

  private static PropertySource<?> variables(KnownKeys known, Map<String, String> environment) {
    Map<String, Object> ours = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(LEVEL_VARIABLES)) {
            SettingsFile.checkLevel(name, value);
            ours.put(name, value);
          } else if (name.startsWith(VARIABLES) && !OTHERS.contains(name)) {
            if (!known.hasVariable(name)) {
              throw BadSetting.unknown(name, value, "the environment", known.variables());
            }
            ours.put(name, value);
          }
        });
    return new SystemEnvironmentPropertySource(
        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, ours);
  }

  private static Settings bind(List<PropertySource<?>> sources) {
    Binder binder =
        new Binder(
            ConfigurationPropertySources.from(sources),
            null,
            ApplicationConversionService.getSharedInstance());
    try {
      return binder.bindOrCreate(KnownKeys.ROOT, Bindable.of(Settings.class));
    } catch (BindException e) {
      throw described(e);
    }
  }

  private static BadSetting described(BindException failure) {
    ConfigurationPropertyName name = failure.getName();
    Class<?> wanted = failure.getTarget().getType().resolve(Object.class);
    ConfigurationProperty property = failure.getProperty();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case BadSetting bad -> {
          return bad;
        }
        case BindException inner -> {
          name = inner.getName();
          wanted = inner.getTarget().getType().resolve(Object.class);
          property = inner.getProperty();
        }
        default -> {}
      }
    }
    String value = property == null ? "" : String.valueOf(property.getValue());
    return new BadSetting(name.toString(), value, allowed(wanted));
  }

  private static String allowed(Class<?> wanted) {
    if (wanted == int.class || wanted == Integer.class) {
      return "a whole number";
    } else if (wanted == DataSize.class) {
      return "a size such as 64MB";
    } else if (wanted == ZoneId.class) {
      return "a time zone such as Asia/Almaty";
    } else if (wanted == URI.class) {
      return "an address such as https://news.example";
    } else if (wanted == Language.class || List.class.isAssignableFrom(wanted)) {
      return "a list, each entry of the kind that the manual names, such as kk, ru, en";
    }
    return wanted.isEnum()
        ? "one of "
            + Stream.of(wanted.getEnumConstants())
                .map(one -> one.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "))
        : "a text";
  }
}
