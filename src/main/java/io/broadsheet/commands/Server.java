package io.broadsheet.commands;

import io.broadsheet.database.DataFolder;
import io.broadsheet.settings.Language;
import io.broadsheet.settings.LoadedSettings;
import io.broadsheet.settings.Settings;
import io.broadsheet.web.Readiness;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;

/** The portal on a data folder that it owns, from its start until the process is told to stop. */
final class Server implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Server.class);

  private static final Duration READINESS_PAUSE = Duration.ofMillis(10);

  private final CountDownLatch end = new CountDownLatch(1);
  private final FolderLock lock;
  private final ConfigurableApplicationContext portal;
  private final Optional<CommandSocket> socket;
  private final ServerOptions options;

  private Server(
      FolderLock lock,
      ConfigurableApplicationContext portal,
      Optional<CommandSocket> socket,
      ServerOptions options) {
    this.lock = lock;
    this.portal = portal;
    this.socket = socket;
    this.options = options;
  }

  /** What is done to a portal before it is said to be ready. */
  @FunctionalInterface
  interface Preparation {
    void prepare(BeanFactory portal) throws IOException, InterruptedException;
  }

  /**
   * Starts the portal and says so on standard output.
   *
   * @throws Refusal if another process has the folder
   */
  static Server start(
      String command,
      DataFolder folder,
      ServerOptions options,
      Terminal terminal,
      Preparation preparation)
      throws IOException, InterruptedException {
    LoadedSettings settings =
        LoadedSettings.load(List.of(folder.path(), Path.of("").toAbsolutePath()), System.getenv());
    FolderLock lock = lock(folder, command);
    ConfigurableApplicationContext portal = open(folder, settings, options);
    preparation.prepare(portal);
    awaitReadiness(portal);
    Server server = new Server(lock, portal, listen(folder, portal), options);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stopOrderly, "stop"));
    terminal.out().println("Broadsheet is ready: " + server.address());
    return server;
  }

  private static ConfigurableApplicationContext open(
      DataFolder folder, LoadedSettings settings, ServerOptions options) throws IOException {
    try {
      return Portal.withWebServer(folder, settings, options.host(), options.port());
    } catch (ApplicationContextException e) {
      Integer management = settings.settings().web().managementPort();
      if (management != null
          && e.getCause() instanceof PortInUseException taken
          && taken.getPort() == management) {
        throw new Refusal(
            "Port "
                + management
                + " is taken by another program: stop it, or choose another with"
                + " broadsheet.web.management-port.",
            e);
      }
      throw e;
    }
  }

  /** Readers may come from the ready line on, so it waits for what health would report. */
  private static void awaitReadiness(ConfigurableApplicationContext portal)
      throws InterruptedException {
    List<Readiness> conditions = portal.getBeanProvider(Readiness.class).stream().toList();
    while (conditions.stream().anyMatch(condition -> condition.obstacle().isPresent())) {
      Thread.sleep(READINESS_PAUSE);
    }
  }

  /** Some file systems know no sockets; readers need not go without pages for that. */
  private static Optional<CommandSocket> listen(
      DataFolder folder, ConfigurableApplicationContext portal) {
    try {
      return Optional.of(CommandSocket.open(folder, portal));
    } catch (IOException | UnsupportedOperationException e) {
      log.warn(
          "Commands cannot be run beside this server, because its folder can hold no socket: {}",
          e.getMessage());
      return Optional.empty();
    }
  }

  private static FolderLock lock(DataFolder folder, String command) throws IOException {
    return switch (FolderLock.take(folder, command)) {
      case FolderLock.Taken(FolderLock lock) -> lock;
      case FolderLock.Held held ->
          throw new Refusal(
              "The data folder "
                  + folder.path()
                  + " is in use by "
                  + held.holder()
                  + ": stop that first, or name another folder with --data.");
    };
  }

  /** Returns where the front page is. */
  URI address() {
    WebServerApplicationContext web = (WebServerApplicationContext) portal;
    String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    int port = Objects.requireNonNull(web.getWebServer()).getPort();
    return URI.create("http://" + host + ":" + port + "/");
  }

  /** Returns where this machine itself finds the front page. */
  URI addressHere() throws UnknownHostException {
    return options.listensEverywhere()
        ? URI.create("http://127.0.0.1:" + address().getPort() + "/")
        : address();
  }

  /** Returns the features. */
  BeanFactory portal() {
    return portal;
  }

  /** Waits until the process is told to stop. */
  void await() throws IOException, InterruptedException {
    if (options.exitWhenReady()) {
      rehearse();
    } else {
      end.await();
    }
  }

  /** Serves what a start is for, so that Java can keep what that took. */
  private void rehearse() throws IOException {
    Settings settings = portal.getBean(Settings.class);
    for (Language language : settings.site().languages()) {
      try (InputStream page =
          addressHere().resolve("/" + language.code() + "/").toURL().openStream()) {
        page.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (socket.isPresent()) {
      socket.get().close();
    }
    portal.close();
    lock.close();
  }

  /** Stops in order; a server that was told to stop and did has not failed. */
  private void stopOrderly() {
    if (options.exitWhenReady()) {
      return;
    }
    int status = 0;
    try {
      close();
    } catch (IOException | RuntimeException e) {
      log.error("The server could not stop in order: {}", e.getMessage());
      status = 1;
    }
    Runtime.getRuntime().halt(status);
  }
}
