package io.broadsheet.commands;

import io.broadsheet.accounts.NewMember;
import io.broadsheet.accounts.Role;
import io.broadsheet.accounts.Staff;
import io.broadsheet.accounts.StaffMember;
import io.broadsheet.articles.Articles;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.DataFolder;
import io.broadsheet.demo.SampleStories;
import io.broadsheet.demo.SimulatedReaders;
import io.broadsheet.settings.Language;
import io.broadsheet.settings.Settings;
import io.broadsheet.transfer.Import;
import io.broadsheet.transfer.ImportOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the portal with sample stories and simulated readers, to look at. */
@Command(
    name = "demo",
    description =
        "Serves a portal filled with sample stories in three languages, which simulated readers"
            + " read for a quarter of an hour.")
final class Demo implements OwnCommand {
  private static final String FILLED = "Filled with sample stories.\n";

  private static final String ADMINISTRATOR = "Demo";

  private static final int STORIES_A_LANGUAGE = 100;

  @Mixin private final ServerOptions options = new ServerOptions();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "demo-data",
      description = "The demo's own data folder (default: ./${DEFAULT-VALUE}).")
  private Path data = Path.of("demo-data");

  @Override
  public int run(Terminal terminal) throws IOException, InterruptedException {
    DataFolder folder = open();
    try (Server server =
        Server.start("demo", folder, options, terminal, portal -> fill(folder, portal, terminal))) {
      terminal
          .out()
          .println(
              "The newsroom is at "
                  + server.address().resolve("/newsroom/")
                  + "; this link signs you in as its administrator, once:\n"
                  + StaffCommands.link(administrator(server.portal()), server.portal()));
      terminal.out().println(SimulatedReaders.described() + " Stop with Ctrl+C.");
      SimulatedReaders.come(server.addressHere(), stories(server.portal()));
      server.await();
      return 0;
    }
  }

  private DataFolder open() throws IOException {
    if (Files.isDirectory(data)
        && !Files.exists(data.resolve(FolderCheck.DEMO_MARK))
        && !FolderCheck.holdsNothing(data)) {
      throw new Refusal(
          "The folder "
              + data
              + " was not made by the demo: name an empty one with --data, or none.");
    }
    DataFolder folder = FolderCheck.open(data);
    if (!Files.exists(mark(folder))) {
      Files.writeString(mark(folder), "Made by broadsheet demo.\n");
    }
    return folder;
  }

  private static Path mark(DataFolder folder) {
    return folder.resolve(FolderCheck.DEMO_MARK);
  }

  /** Fills the folder once; what a demo that was killed half-way has taken in is dated anew. */
  private void fill(DataFolder folder, BeanFactory portal, Terminal terminal)
      throws IOException, InterruptedException {
    if (Files.readString(mark(folder)).contains(FILLED)) {
      return;
    }
    terminal
        .out()
        .println(
            "Filling " + data + " with sample stories, pictures, numbers, rates and comments.");
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    try (SampleStories samples =
        SampleStories.unpack(portal.getBean(InstantSource.class).instant())) {
      portal
          .getBean(Import.class)
          .run(
              List.of(samples.folder()),
              ImportOptions.PLAIN,
              new ImportTeller(new Terminal(nowhere, terminal.err(), terminal.gone())));
      samples.discuss(portal, ADMINISTRATOR);
    }
    Files.writeString(mark(folder), FILLED, StandardOpenOption.APPEND);
  }

  private static StaffMember administrator(BeanFactory portal) {
    Staff staff = portal.getBean(Staff.class);
    return staff
        .named(ADMINISTRATOR)
        .orElseGet(
            () ->
                switch (staff.add(ADMINISTRATOR, Role.ADMINISTRATOR, Set.of(), AuditLog.CONSOLE)) {
                  case NewMember.Added(StaffMember member) -> member;
                  case NewMember.UnfitName(), NewMember.NameTaken() ->
                      throw new IllegalStateException("the name was free and fits");
                });
  }

  private static List<SimulatedReaders.Story> stories(BeanFactory portal) {
    Articles articles = portal.getBean(Articles.class);
    List<SimulatedReaders.Story> stories = new ArrayList<>();
    for (Language language : portal.getBean(Settings.class).site().languages()) {
      articles
          .latest(language, 0, STORIES_A_LANGUAGE)
          .forEach(teaser -> stories.add(new SimulatedReaders.Story(teaser.id(), language.code())));
    }
    return stories;
  }
}
