package io.broadsheet.commands;

import io.broadsheet.database.DataFolder;
import io.broadsheet.settings.LoadedSettings;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/** Puts the portal together on a data folder that this process owns. */
final class Portal {
  /** What is no operator's business. */
  private static final Map<String, Object> FIXED =
      Map.of(
          "spring.flyway.locations", "classpath:db/migration/{vendor}",
          // A folder of a later release is refused instead of being written to.
          "spring.flyway.ignore-migration-patterns", "",
          // Settings come from broadsheet.yaml alone, whatever else lies in the working folder.
          "spring.config.location", "optional:classpath:/none.properties",
          "spring.lifecycle.timeout-per-shutdown-phase", "20s",
          "server.server-header", "");

  private Portal() {}

  /** Starts everything and the web server; returns once pages are served. */
  static ConfigurableApplicationContext withWebServer(
      DataFolder folder, LoadedSettings settings, String host, int port) throws IOException {
    return start(
        folder,
        settings,
        WebApplicationType.SERVLET,
        Map.of("server.address", host, "server.port", port));
  }

  /** Starts everything but the web server, for a command that works on the folder by itself. */
  static ConfigurableApplicationContext withoutWebServer(DataFolder folder, LoadedSettings settings)
      throws IOException {
    return start(folder, settings, WebApplicationType.NONE, Map.of());
  }

  private static ConfigurableApplicationContext start(
      DataFolder folder,
      LoadedSettings settings,
      WebApplicationType type,
      Map<String, Object> options)
      throws IOException {
    FolderCheck.refuseDamaged(folder);
    SpringApplication application = new SpringApplication(PortalConfiguration.class);
    application.setWebApplicationType(type);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setAddCommandLineProperties(false);
    application.setEnvironment(environment(settings, options));
    application.addInitializers(
        context -> {
          context.getBeanFactory().registerSingleton("dataFolder", folder);
          context.getBeanFactory().registerSingleton("settings", settings.settings());
        });
    return application.run();
  }

  private static StandardEnvironment environment(
      LoadedSettings settings, Map<String, Object> options) {
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    sources.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    sources.addLast(new MapPropertySource("options", options));
    sources.addLast(new MapPropertySource("fixed", FIXED));
    settings.sources().forEach(sources::addLast);
    return environment;
  }
}
