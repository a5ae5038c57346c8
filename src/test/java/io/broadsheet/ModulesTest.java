package io.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {
  private static final Path DIAGRAM = Path.of("docs/modules.md");

  private final ApplicationModules modules = ApplicationModules.of("io.broadsheet");

  @Test
  void everyModuleDependsOnlyOnWhatItDeclares() {
    modules.verify();
  }

  /** Written anew by {@code mvn test -Dtest=ModulesTest -DwriteDiagram}. */
  @Test
  void theDrawnModulesAreThoseOfTheCode() throws IOException {
    String drawn = diagram();
    if (System.getProperty("writeDiagram") != null) {
      Files.writeString(DIAGRAM, drawn);
    }
    assertThat(DIAGRAM).hasContent(drawn);
    new Documenter(modules, Documenter.Options.defaults().withOutputFolder("target/modules"))
        .writeModulesAsPlantUml();
  }

  private String diagram() {
    StringBuilder lines = new StringBuilder();
    lines.append("# The modules\n\nDrawn from the code by `ModulesTest`; arrows point to what a");
    lines.append(" module uses.\n\n```mermaid\nflowchart TD\n");
    for (String line : arrows()) {
      lines.append("  ").append(line).append('\n');
    }
    return lines.append("```\n").toString();
  }

  private SortedSet<String> arrows() {
    SortedSet<String> arrows = new TreeSet<>();
    for (ApplicationModule module : modules) {
      arrows.add(name(module));
      module
          .getDirectDependencies(modules)
          .uniqueModules()
          .forEach(used -> arrows.add(name(module) + " --> " + name(used)));
    }
    return arrows;
  }

  private static String name(ApplicationModule module) {
    return module.getIdentifier().toString();
  }
}
