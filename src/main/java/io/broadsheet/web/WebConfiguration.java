package io.broadsheet.web;

import io.broadsheet.settings.Settings;
import io.broadsheet.settings.WebSettings;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.jetty.server.AsyncRequestLogWriter;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Puts the edge around the framework's handler, and between them those that features offer. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebConfiguration {
  /** Neither who read nor what was searched for. */
  private static final String LOG_LINE = "%{yyyy-MM-dd'T'HH:mm:ssZ|UTC}t %m %U %s %O %{us}T";

  private static final long STOP_MILLIS = 10_000;

  @Bean(destroyMethod = "close")
  PrometheusMeterRegistry metrics() {
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(metrics);
    new JvmThreadMetrics().bindTo(metrics);
    new ProcessorMetrics().bindTo(metrics);
    return metrics;
  }

  @Bean
  JvmGcMetrics collections(PrometheusMeterRegistry metrics) {
    JvmGcMetrics collections = new JvmGcMetrics();
    collections.bindTo(metrics);
    return collections;
  }

  @Bean
  ProblemAdvice problemAdvice() {
    return new ProblemAdvice();
  }

  @Bean
  Assets assets() throws IOException {
    Assets assets = new Assets();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath:/assets/*.*")) {
      try (InputStream contents = file.getInputStream()) {
        assets.add(String.valueOf(file.getFilename()), contents);
      }
    }
    return assets;
  }

  @Bean
  Inside inside(Settings settings) {
    return new Inside(settings.web().managementPort() != null);
  }

  @Bean
  Management management(
      PrometheusMeterRegistry metrics,
      List<Readiness> conditions,
      List<Notice> notices,
      Inside inside) {
    return new Management(metrics, conditions, notices, inside);
  }

  /**
   * Handlers that features offer as beans come one inside the other, in their order; they must not
   * block.
   */
  @Bean
  WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> edge(
      Settings settings, List<Handler.Wrapper> handlers) {
    return factory -> {
      // The framework's own way of stopping gently would count every page served.
      factory.setShutdown(Shutdown.IMMEDIATE);
      factory.setThreadPool(new ServerThreads());
      factory.setSelectors(Runtime.getRuntime().availableProcessors());
      factory.addServerCustomizers(server -> install(server, settings, handlers));
    };
  }

  private static void install(Server server, Settings settings, List<Handler.Wrapper> handlers) {
    SecurityHeaders security = new SecurityHeaders(settings.site().url());
    SizeLimitHandler limited = new SizeLimitHandler(settings.web().largestBody().toBytes(), -1);
    limited.setHandler(server.getHandler());
    Handler inner = new Framework(new GracefulHandler(limited));
    for (Handler.Wrapper handler : handlers.reversed()) {
      handler.setHandler(inner);
      inner = handler;
    }
    server.setHandler(new EdgeHandler(inner, security));
    server.setErrorHandler(new ProblemErrors(security));
    server.setStopTimeout(STOP_MILLIS);
    ClientAddress.trust(server, new TrustedProxies(settings.trustedProxies()));
    for (Connector connector : server.getConnectors()) {
      HttpConfiguration configuration =
          connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
      configuration.setSendServerVersion(false);
      // A memory of each connection for whole header lines; reading a line anew is cheaper.
      configuration.setHeaderCacheSize(0);
    }
    listenForManagement(server, settings.web());
    if (settings.web().accessLog() != null) {
      server.setRequestLog(
          new CustomRequestLog(
              new AsyncRequestLogWriter(settings.web().accessLog().toString()), LOG_LINE));
    }
  }

  private static void listenForManagement(Server server, WebSettings settings) {
    if (settings.managementPort() != null) {
      HttpConfiguration configuration = new HttpConfiguration();
      configuration.setSendServerVersion(false);
      ServerConnector connector =
          new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
      connector.setName(Inside.CONNECTOR);
      connector.setHost("127.0.0.1");
      connector.setPort(settings.managementPort());
      server.addConnector(connector);
    }
  }
}
