package io.broadsheet.commands;

import io.broadsheet.database.DataFolder;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Puts the portal together on a data folder that this process owns. */
final class Portal {
  /** What is no operator's business. */
  private static final Map<String, Object> FIXED =
      Map.of(
          "spring.flyway.locations",
          "classpath:db/migration/{vendor}",
          "spring.jmx.enabled",
          "false",
          "logging.level.org.springframework.boot.SpringApplication",
          "OFF",
          "logging.level.org.springframework.boot.diagnostics",
          "OFF",
          "logging.level.org.springframework.boot.web",
          "ERROR",
          "logging.level.org.springframework.context",
          "ERROR");

  private Portal() {}

  /** Starts everything and the web server; returns once pages are served. */
  static ConfigurableApplicationContext withWebServer(DataFolder folder, String host, int port) {
    return start(
        folder, WebApplicationType.SERVLET, Map.of("server.address", host, "server.port", port));
  }

  /** Starts everything but the web server, for a command that works on the folder by itself. */
  static ConfigurableApplicationContext withoutWebServer(DataFolder folder) {
    return start(folder, WebApplicationType.NONE, Map.of());
  }

  private static ConfigurableApplicationContext start(
      DataFolder folder, WebApplicationType type, Map<String, Object> properties) {
    SpringApplication application = new SpringApplication(PortalConfiguration.class);
    application.setWebApplicationType(type);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setAddCommandLineProperties(false);
    Map<String, Object> all = new HashMap<>(FIXED);
    all.putAll(properties);
    application.setDefaultProperties(all);
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("dataFolder", folder));
    return application.run();
  }
}
