package io.broadsheet.browser;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/**
 * Checks a page against the HTML standard, as validator.nu does.
 *
 * <p>The validator is built on an older Jetty than ours, so it has a class loader of its own.
 */
final class HtmlRules {
  private static final Path OLDER_JETTY = Path.of("target/html-validator");
  private static final String SCHEMA = "http://s.validator.nu/html5-all.rnc";

  /** Its schema is nested deeper than the stacks of common threads reach. */
  private static final long STACK_BYTES = 64L << 20;

  /** Opened by the first question; its schema takes seconds to read. */
  private static @Nullable Object validator;

  private HtmlRules() {}

  /** Returns what is wrong with this document, a line each. */
  static synchronized List<String> broken(String html) throws ReflectiveOperationException {
    if (validator == null) {
      validator = open();
    }
    Collecting faults = new Collecting();
    Class<?> type = validator.getClass();
    type.getMethod("setUpValidatorAndParsers", ErrorHandler.class, boolean.class, boolean.class)
        .invoke(validator, faults, true, false);
    InputSource source =
        new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    source.setEncoding("UTF-8");
    type.getMethod("checkHtmlInputSource", InputSource.class).invoke(validator, source);
    return faults.errors;
  }

  /** Keeps what is wrong. */
  private static final class Collecting implements ErrorHandler {
    private final List<String> errors = new ArrayList<>();

    @Override
    public void warning(SAXParseException e) {
      // A warning is advice, not an error.
    }

    @Override
    public void error(SAXParseException e) {
      errors.add(e.getLineNumber() + ":" + e.getColumnNumber() + " " + e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }
  }

  /** Returns a validator that has read its schema. */
  private static Object open() {
    FutureTask<Object> opening =
        new FutureTask<>(
            () -> {
              Collecting faults = new Collecting();
              Class<?> type = load();
              Object opened = type.getConstructor().newInstance();
              type.getMethod("setUpMainSchema", String.class, ErrorHandler.class)
                  .invoke(opened, SCHEMA, faults);
              if (!faults.errors.isEmpty()) {
                throw new IllegalStateException(faults.errors.toString());
              }
              return opened;
            });
    new Thread(null, opening, "html-schema", STACK_BYTES).start();
    try {
      return opening.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("resource") // lives as long as the tests
  private static Class<?> load() {
    try (Stream<Path> older = Files.list(OLDER_JETTY)) {
      String[] testClasses = System.getProperty("java.class.path").split(File.pathSeparator, -1);
      URL[] urls =
          Stream.concat(older, Arrays.stream(testClasses).map(Path::of))
              .map(HtmlRules::url)
              .toArray(URL[]::new);
      return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())
          .loadClass("nu.validator.validation.SimpleDocumentValidator");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
