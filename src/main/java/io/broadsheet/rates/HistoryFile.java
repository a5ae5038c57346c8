package io.broadsheet.rates;

import io.broadsheet.web.CsvLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Files in which central banks give their rates of many years. */
public enum HistoryFile {
  /** The European Central Bank's {@code eurofxref-hist.xml}, and {@code eurofxref-daily.xml}. */
  EURO_XML("http://www.ecb.int/vocabulary/2002-08-01/eurofxref"),
  /** Its {@code eurofxref-hist.csv}: a row a day, a column a currency. */
  EURO_CSV("Date,USD,"),
  /** The Bank of Russia's {@code XML_dynamic.asp} and {@code XML_daily.asp}. */
  RUSSIA("<ValCurs ");

  /** How much of a file tells what it is, in bytes. */
  public static final int HEAD = 1 << 10;

  private static final String UNKNOWN = "N/A";

  private final String mark;

  HistoryFile(String mark) {
    this.mark = mark;
  }

  /**
   * Tells which of them a file is; empty if it is none.
   *
   * @param head the first {@link #HEAD} bytes of it, or all
   */
  public static Optional<HistoryFile> of(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    for (HistoryFile kind : values()) {
      boolean begins = kind != EURO_CSV || text.replace("ï»¿", "").startsWith(kind.mark);
      if (begins && text.contains(kind.mark)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * Reads a file to its end; what of it is no quote the sink hears of.
   *
   * @throws SourceFailure if it is damaged; what came before has been handed on
   */
  public void read(InputStream file, QuoteSink sink) throws IOException, SourceFailure {
    try (Reader text = Encoded.open(file, null)) {
      switch (this) {
        case EURO_XML -> new EuroRates(EuroRates.BANK).read(text, sink);
        case EURO_CSV -> table(new EuroRates(EuroRates.BANK), text, sink);
        case RUSSIA -> new RussiaRates(RussiaRates.BANK).read(text, sink);
      }
    }
  }

  private static void table(EuroRates euro, Reader text, QuoteSink sink)
      throws IOException, SourceFailure {
    BufferedReader lines = new BufferedReader(text);
    try {
      List<String> currencies = List.of();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> fields = CsvLine.fields(line, ',');
        if (currencies.isEmpty()) {
          currencies = fields;
          continue;
        }
        for (int i = 1; i < Math.min(fields.size(), currencies.size()); i++) {
          // Each row ends with a comma, and a currency has rates of some years only.
          if (!fields.get(i).isEmpty() && !fields.get(i).equals(UNKNOWN)) {
            euro.read(currencies.get(i), fields.get(i), fields.getFirst(), sink);
          }
        }
      }
    } catch (CharacterCodingException e) {
      throw new SourceFailure("It has bytes that are no text of the encoding it names.", e);
    } catch (IllegalArgumentException e) {
      throw new SourceFailure(String.valueOf(e.getMessage()), e);
    }
  }
}
