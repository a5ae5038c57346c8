package io.broadsheet.rates;

import io.broadsheet.web.CsvLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Quotes as rows of separated values under a header that names the columns.
 *
 * @param row how its rows are read
 */
record CsvFeed(FeedRow row) implements SourceFormat {

  @Override
  public void read(Reader text, Instant now, QuoteSink sink) throws SourceFailure, IOException {
    BufferedReader lines = new BufferedReader(text);
    try {
      List<String> columns = header(lines);
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          read(line, number, columns, now, sink);
        }
      }
    } catch (CharacterCodingException e) {
      throw new SourceFailure("It has bytes that are no text of the encoding it names.", e);
    }
  }

  private List<String> header(BufferedReader lines) throws IOException, SourceFailure {
    String header = lines.readLine();
    try {
      List<String> columns = header == null ? List.of() : fields(header);
      String buy = row.source().fields().buy();
      if (!columns.contains(buy)) {
        throw new SourceFailure("Its first line names no column “" + buy + "”.");
      }
      return columns;
    } catch (IllegalArgumentException e) {
      throw new SourceFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private void read(String line, int number, List<String> columns, Instant now, QuoteSink sink) {
    @Nullable List<String> fields = null;
    String reason = "It has another number of fields than the header.";
    try {
      fields = fields(line);
    } catch (IllegalArgumentException e) {
      reason = String.valueOf(e.getMessage());
    }
    if (fields == null || fields.size() != columns.size()) {
      sink.refuse("Line " + number, reason);
      return;
    }
    List<String> found = fields;
    row.read("Line " + number, name -> field(columns, found, name), now, sink);
  }

  private static Optional<String> field(List<String> columns, List<String> fields, String name) {
    int index = columns.indexOf(name);
    return index < 0 || fields.get(index).isEmpty()
        ? Optional.empty()
        : Optional.of(fields.get(index));
  }

  private List<String> fields(String line) {
    return CsvLine.fields(line, row.source().separator().charAt(0));
  }
}
