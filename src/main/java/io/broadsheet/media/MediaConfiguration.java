package io.broadsheet.media;

import io.broadsheet.database.DataFolder;
import io.broadsheet.database.Database;
import io.broadsheet.web.PublicHosts;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class MediaConfiguration {

  @Bean(initMethod = "start")
  Media media(Database database, DataFolder folder, InstantSource clock) {
    return new Media(database, folder, clock);
  }

  @Bean
  PictureFetch pictureFetch() {
    return new PictureFetch(
        PublicHosts::isPublic, port -> port == 80 || port == 443, Duration.ofSeconds(20));
  }
}
