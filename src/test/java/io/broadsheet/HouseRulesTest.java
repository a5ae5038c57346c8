package io.broadsheet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HouseRulesTest {
  private static final Path SOURCES = Path.of("src/main/java/io/broadsheet");
  private static final int LONGEST_FILE = 400;

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.broadsheet");

  @Test
  void aClassIsNamedByWhatTellsItFromItsSiblings() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Utils?|Helper)|.*\\.Abstract[A-Z].*")
        .check(classes);
  }

  @Test
  void whatAClassNeedsItIsGivenWhenItIsMade() {
    fields().should().notBeAnnotatedWith(Autowired.class).check(classes);
  }

  @Test
  void nobodyWritesToStandardOutputButTheCommands() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.broadsheet", "io.broadsheet.commands..")
        .should()
        .accessField(System.class, "out")
        .check(classes);
  }

  @Test
  void everyPackageSaysWhatItHoldsAndIsNullMarked() throws IOException {
    try (Stream<Path> packages = Files.walk(SOURCES).filter(Files::isDirectory)) {
      for (Path one : packages.toList()) {
        assertThat(one.resolve("package-info.java"))
            .content()
            .contains("/**")
            .contains("NullMarked");
      }
    }
  }

  @Test
  void noFileIsTooLongToReadInOneSitting() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThanOrEqualTo(LONGEST_FILE);
      }
    }
  }

  @Test
  void bothEnginesHaveTheSameMigrations() throws IOException {
    assertThat(migrations("sqlite")).isNotEmpty().isEqualTo(migrations("postgresql"));
  }

  private static List<String> migrations(String vendor) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration", vendor))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
