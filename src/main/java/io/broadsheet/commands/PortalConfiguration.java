package io.broadsheet.commands;

import io.broadsheet.database.DataFolder;
import io.broadsheet.settings.Settings;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The portal put together from the configurations of its features. */
@SpringBootApplication(
    scanBasePackages = "io.broadsheet",
    proxyBeanMethods = false,
    exclude = UserDetailsServiceAutoConfiguration.class)
class PortalConfiguration {

  @Bean
  InstantSource clock() {
    return Clock.systemUTC();
  }

  @Bean
  DiskWatch diskWatch(DataFolder folder, Settings settings) {
    return new DiskWatch(folder.path(), settings.diskWarning());
  }
}
