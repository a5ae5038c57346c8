package io.broadsheet.commands;

import io.broadsheet.database.DataFolder;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The portal as a server that runs until the process is told to stop. */
final class Server {
  private Server() {}

  static void run(DataFolder folder, String host, int port) {
    ConfigurableApplicationContext context = Portal.withWebServer(folder, host, port);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context), "stop"));
    WebServerApplicationContext web = (WebServerApplicationContext) context;
    System.out.println(
        "Broadsheet is ready: http://"
            + host
            + ":"
            + Objects.requireNonNull(web.getWebServer()).getPort()
            + "/");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops in order; a server that was told to stop and did has not failed. */
  private static void stop(ConfigurableApplicationContext context) {
    context.close();
    Runtime.getRuntime().halt(0);
  }
}
