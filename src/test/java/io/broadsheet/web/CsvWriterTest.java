package io.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvWriterTest {

  @Test
  void aFileBeginsWithAMarkAndItsColumnsAndEveryLineEndsAsTheStandardSays() throws IOException {
    StringWriter out = new StringWriter();
    CsvWriter csv = new CsvWriter(out, "article", "views");
    csv.row(7, 5_000_000_000L);
    assertThat(out).hasToString("\ufeffarticle,views\r\n7,5000000000\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain              | plain",
        "one, two           | \"one, two\"",
        "she said \"no\"    | \"she said \"\"no\"\"\"",
        "first\\nsecond     | \"first\\nsecond\"",
        "``                 | ``",
        "=1+1               | '=1+1",
        "=HYPERLINK(\"x\")  | \"'=HYPERLINK(\"\"x\"\")\"",
        "+7 701             | '+7 701",
        "-5 °C at night     | '-5 °C at night",
        "@all               | '@all",
        "＝1                | '＝1",
        "\\tx               | '\\tx",
        "\\nx               | \"'\\nx\"",
        "5 = 5              | 5 = 5",
        "Қала – «Паром» 🚢  | Қала – «Паром» 🚢",
      })
  void textsAreQuotedAndNeverFormulas(String text, String written) throws IOException {
    StringWriter out = new StringWriter();
    new CsvWriter(out, "c").row(unescaped(text));
    assertThat(out.toString().substring(4)).isEqualTo(unescaped(written) + "\r\n");
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\t", "\t");
  }
}
