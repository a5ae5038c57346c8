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
import java.util.stream.Stream;
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
  private static final Class<?> VALIDATOR = load();

  private HtmlRules() {}

  /** Returns what is wrong with this document, a line each. */
  static List<String> broken(String html) throws ReflectiveOperationException {
    List<String> faults = new ArrayList<>();
    ErrorHandler collecting =
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) {
            // A warning is advice, not an error.
          }

          @Override
          public void error(SAXParseException e) {
            faults.add(e.getLineNumber() + ":" + e.getColumnNumber() + " " + e.getMessage());
          }

          @Override
          public void fatalError(SAXParseException e) {
            error(e);
          }
        };
    Object validator = VALIDATOR.getConstructor().newInstance();
    VALIDATOR
        .getMethod("setUpMainSchema", String.class, ErrorHandler.class)
        .invoke(validator, SCHEMA, collecting);
    VALIDATOR
        .getMethod("setUpValidatorAndParsers", ErrorHandler.class, boolean.class, boolean.class)
        .invoke(validator, collecting, true, false);
    InputSource source =
        new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    source.setEncoding("UTF-8");
    VALIDATOR.getMethod("checkHtmlInputSource", InputSource.class).invoke(validator, source);
    return faults;
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
