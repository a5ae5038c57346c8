package io.broadsheet.commands;

import io.broadsheet.events.Outbox;
import io.broadsheet.rates.InvalidQuote;
import io.broadsheet.rates.Quote;
import io.broadsheet.rates.Rates;
import io.broadsheet.rates.Series;
import io.broadsheet.rates.Taking;
import java.math.BigDecimal;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code rates …}: the desk's hand on the rates board. */
@Command(
    name = "rates",
    description = "Changes the rates board.",
    subcommands = {RatesCommands.Set.class})
final class RatesCommands {
  private RatesCommands() {}

  /** {@code rates set}: one quote, as of now. */
  @Command(name = "set", description = "Sets what a currency is bought and sold for from now on.")
  static final class Set extends FolderCommand {
    @Parameters(index = "0", paramLabel = "CURRENCY", description = "Three letters, such as USD.")
    private String currency = "";

    @Parameters(
        index = "1",
        paramLabel = "BUY",
        converter = Price.class,
        description = "What the office pays for one unit, such as 505.9.")
    private BigDecimal buy = BigDecimal.ZERO;

    @Parameters(
        index = "2",
        paramLabel = "SELL",
        converter = Price.class,
        description = "What the office charges for one unit, such as 509.9.")
    private BigDecimal sell = BigDecimal.ZERO;

    @Option(names = "--office", paramLabel = "NAME", description = "The exchange office's name.")
    private @Nullable String office;

    @Option(names = "--city", paramLabel = "NAME", description = "The city of the office.")
    private @Nullable String city;

    @Override
    int work(BeanFactory portal, Terminal terminal) throws InterruptedException {
      Rates rates = portal.getBean(Rates.class);
      Quote quote =
          new Quote(
              new Series(currency, rates.currency(), office, city, false),
              buy,
              sell,
              portal.getBean(InstantSource.class).instant());
      String line = currency + " " + buy.toPlainString() + " / " + sell.toPlainString();
      return switch (rates.set(quote)) {
        case Taking.Taken() -> {
          // What this command has said is on every page.
          portal.getBean(Outbox.class).flush();
          terminal.out().println(line);
          yield 0;
        }
        case Taking.Unchanged() -> {
          terminal.out().println(line + " (unchanged)");
          yield 0;
        }
        case Taking.Refused(String reason) -> throw new Refusal(reason);
      };
    }
  }

  /** Reads a price to the digit. */
  static final class Price implements ITypeConverter<BigDecimal> {
    @Override
    public BigDecimal convert(String value) {
      try {
        return Quote.price(value);
      } catch (InvalidQuote e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
