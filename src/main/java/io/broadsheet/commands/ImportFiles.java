package io.broadsheet.commands;

import io.broadsheet.transfer.Import;
import io.broadsheet.transfer.ImportOptions;
import io.broadsheet.transfer.ImportReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: stories, views and rates from files. */
@Command(
    name = "import",
    description =
        "Takes in files, recognised by their content: ninjs (JSON, JSON Lines), views"
            + " (at,article,visitor), totals of views (article,views,comments,reactions) and rates"
            + " (currency,buy,sell). Running it"
            + " again takes nothing twice.")
final class ImportFiles extends FolderCommand {
  @Option(names = "--dry-run", description = "Says what would be taken, and takes nothing.")
  private boolean dryRun;

  @Option(
      names = "--no-dedup",
      description =
          "Counts every row of files of single views; otherwise one of a visitor and article in half"
              + " an hour counts.")
  private boolean noDedup;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "Files, and folders whose files are taken.")
  private List<Path> files = List.of();

  @Override
  int work(BeanFactory portal, Terminal terminal) throws InterruptedException {
    ImportReport report = run(portal.getBean(Import.class), terminal);
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%s%,d taken, %,d changed, %,d unchanged, %,d refused.%n",
            dryRun ? "Dry run, nothing is kept: " : "",
            report.taken(),
            report.changed(),
            report.unchanged(),
            report.refused());
    if (!report.complete()) {
      throw new Refusal("Stopped before the end: run the command again to take the rest.");
    }
    return report.refused() == 0 ? 0 : 1;
  }

  private ImportReport run(Import imports, Terminal terminal) throws InterruptedException {
    try {
      return imports.run(files, new ImportOptions(dryRun, noDedup), new ImportTeller(terminal));
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }
}
