package io.broadsheet.mail;

import io.broadsheet.settings.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class MailConfiguration {

  @Bean(destroyMethod = "close")
  Mail mail(Settings settings) {
    return new Mail(settings.mail(), settings.site().name());
  }
}
