package io.broadsheet.commands;

import io.broadsheet.accounts.NewMember;
import io.broadsheet.accounts.Role;
import io.broadsheet.accounts.SignInLinks;
import io.broadsheet.accounts.Staff;
import io.broadsheet.accounts.StaffChange;
import io.broadsheet.accounts.StaffMember;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.settings.Settings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code staff …}: who works in the newsroom. */
@Command(
    name = "staff",
    description = "Adds people to the newsroom, and gives them one-time links to sign in.",
    subcommands = {
      StaffCommands.Add.class,
      StaffCommands.Link.class,
      StaffCommands.Show.class,
      StaffCommands.Suspend.class
    })
final class StaffCommands {
  private static final String NOT_RUNNING = "8080";

  private StaffCommands() {}

  /** {@code staff add}. */
  @Command(name = "add", description = "Adds somebody and prints a one-time link to sign in.")
  static final class Add extends FolderCommand {
    @Parameters(paramLabel = "NAME", description = "Who it is.")
    private String name = "";

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "One of reporter, editor, chief, moderator, rates, administrator.")
    private String role = "";

    @Option(
        names = "--topics",
        split = ",",
        paramLabel = "TOPIC",
        description = "Bind to these topics, as in addresses; otherwise all.")
    private Set<String> topics = new TreeSet<>();

    @Override
    int work(BeanFactory portal, Terminal terminal) {
      NewMember added = portal.getBean(Staff.class).add(name, role(role), topics, AuditLog.CONSOLE);
      return switch (added) {
        case NewMember.Added(StaffMember member) -> {
          print(member, portal, terminal);
          yield 0;
        }
        case NewMember.UnfitName() ->
            throw new Refusal(
                "A name is 1 to 100 letters, digits, spaces and . ' _ @ -, beginning with a letter"
                    + " or digit.");
        case NewMember.NameTaken() ->
            throw new Refusal(
                "There is a “"
                    + name
                    + "” already: for a new link, run staff link with that name.");
      };
    }
  }

  /** {@code staff link}. */
  @Command(name = "link", description = "Prints a new one-time link, in place of the one before.")
  static final class Link extends FolderCommand {
    @Parameters(paramLabel = "NAME", description = "Whom the link signs in.")
    private String name = "";

    @Override
    int work(BeanFactory portal, Terminal terminal) {
      StaffMember member = named(name, portal);
      if (member.suspended() != null) {
        throw new Refusal("“" + member.name() + "” is suspended and cannot sign in.");
      }
      print(member, portal, terminal);
      return 0;
    }
  }

  /** {@code staff list}. */
  @Command(name = "list", description = "Lists the newsroom: role, name, topics.")
  static final class Show extends FolderCommand {
    @Override
    int work(BeanFactory portal, Terminal terminal) {
      List<StaffMember> members = portal.getBean(Staff.class).list();
      if (members.isEmpty()) {
        terminal.err().println("Nobody works here yet: run staff add NAME --role administrator.");
      }
      for (StaffMember member : members) {
        String topics =
            member.topics().isEmpty()
                ? ""
                : "  for " + String.join(", ", new TreeSet<>(member.topics()));
        String suspended = member.suspended() == null ? "" : "  suspended";
        terminal.out().println(member.role().code() + "  " + member.name() + topics + suspended);
      }
      return 0;
    }
  }

  /** {@code staff suspend}. */
  @Command(
      name = "suspend",
      description = "Signs somebody out everywhere and lets them in no more.")
  static final class Suspend extends FolderCommand {
    @Parameters(paramLabel = "NAME", description = "Who it is.")
    private String name = "";

    @Override
    int work(BeanFactory portal, Terminal terminal) {
      StaffMember member = named(name, portal);
      if (portal.getBean(Staff.class).suspend(member.id(), AuditLog.CONSOLE)
          == StaffChange.LAST_ADMINISTRATOR) {
        throw new Refusal("“" + member.name() + "” is the last administrator: add another first.");
      }
      terminal.out().println("“" + member.name() + "” can no longer sign in.");
      return 0;
    }
  }

  /** Returns the address of a new one-time link. */
  static URI link(StaffMember member, BeanFactory portal) {
    String secret = portal.getBean(SignInLinks.class).make(member, AuditLog.CONSOLE);
    URI site = portal.getBean(Settings.class).site().url();
    String port = portal.getBean(Environment.class).getProperty("local.server.port", NOT_RUNNING);
    URI base = site == null ? URI.create("http://127.0.0.1:" + port + "/") : site;
    return base.resolve("/newsroom/enter?link=" + secret);
  }

  private static void print(StaffMember member, BeanFactory portal, Terminal terminal) {
    terminal.out().println(link(member, portal));
    terminal
        .err()
        .println(
            "It signs "
                + member.name()
                + " in once, within "
                + SignInLinks.LASTS.toDays()
                + " days; hand it over by a safe way.");
  }

  private static StaffMember named(String name, BeanFactory portal) {
    return portal
        .getBean(Staff.class)
        .named(name)
        .orElseThrow(
            () ->
                new Refusal(
                    "Nobody is called “" + name + "”: see staff list for those there are."));
  }

  private static Role role(String code) {
    return Role.of(code)
        .orElseThrow(
            () ->
                new Refusal(
                    "There is no role “"
                        + code
                        + "”: it is one of "
                        + Arrays.stream(Role.values())
                            .map(Role::code)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
