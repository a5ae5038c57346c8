package io.broadsheet.commands;

import io.broadsheet.accounts.ApiKey;
import io.broadsheet.accounts.ApiKeys;
import io.broadsheet.accounts.NewKey;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code apikey …}: who may write through the API. */
@Command(
    name = "apikey",
    description = "Gives programs keys to write with, and revokes them.",
    subcommands = {
      ApiKeyCommands.Add.class,
      ApiKeyCommands.Show.class,
      ApiKeyCommands.Revoke.class
    })
final class ApiKeyCommands {
  private ApiKeyCommands() {}

  /** {@code apikey add}. */
  @Command(name = "add", description = "Makes a key and prints it, this once.")
  static final class Add extends FolderCommand {
    @Parameters(paramLabel = "NAME", description = "Who or what the key is for.")
    private String name = "";

    @Override
    int work(BeanFactory portal, Terminal terminal) {
      return switch (portal.getBean(ApiKeys.class).add(name)) {
        case NewKey.Made(_, String secret) -> {
          terminal.out().println(secret);
          terminal.err().println("Keep it safe: from now on only its beginning is shown.");
          yield 0;
        }
        case NewKey.Refused(String reason) -> throw new Refusal(reason);
      };
    }
  }

  /** {@code apikey list}. */
  @Command(name = "list", description = "Lists the keys: beginning, when made, last used, name.")
  static final class Show extends FolderCommand {
    @Override
    int work(BeanFactory portal, Terminal terminal) {
      List<ApiKey> keys = portal.getBean(ApiKeys.class).list();
      if (keys.isEmpty()) {
        terminal.err().println("There are no keys: make one with apikey add NAME.");
      }
      for (ApiKey key : keys) {
        String used = key.used() == null ? "never used" : "used " + key.used();
        terminal
            .out()
            .println(key.prefix() + "…  made " + key.created() + "  " + used + "  " + key.name());
      }
      return 0;
    }
  }

  /** {@code apikey revoke}. */
  @Command(name = "revoke", description = "Revokes a key at once.")
  static final class Revoke extends FolderCommand {
    @Parameters(paramLabel = "NAME", description = "Who or what the key is for.")
    private String name = "";

    @Override
    int work(BeanFactory portal, Terminal terminal) {
      if (!portal.getBean(ApiKeys.class).revoke(name)) {
        throw new Refusal(
            "There is no key named “" + name + "”: see apikey list for those there are.");
      }
      terminal.out().println("The key “" + name + "” no longer works.");
      return 0;
    }
  }
}
