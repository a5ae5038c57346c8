package io.broadsheet.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.database.Dialect;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
class HistoryImportTest {
  private final TestImport test;
  private final Recorded recorded = new Recorded();

  HistoryImportTest(Dialect dialect) {
    test = new TestImport(dialect);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aCentralBanksHistoryIsTakenOnce() {
    Path russia =
        test.file(
            "r.xml",
            """
            <?xml version="1.0" encoding="windows-1251"?><ValCurs ID="R01235" DateRange1="02.03.2001" \
            DateRange2="07.03.2001" name="Foreign Currency Market Dynamic">\
            <Record Date="02.03.2001" Id="R01235"><Nominal>1</Nominal><Value>28,6200</Value></Record>\
            <Record Date="03.03.2001" Id="R01235"><Nominal>1</Nominal><Value>0</Value></Record>\
            <Record Date="06.03.2001" Id="R01235"><Nominal>1</Nominal><Value>28,6600</Value></Record>\
            </ValCurs>
            """);
    ImportReport report = test.take(recorded, false, russia);
    assertThat(report.taken()).isEqualTo(2);
    assertThat(report.refused()).isEqualTo(1);
    assertThat(test.rates.board().official())
        .extracting(row -> row.quote().buy().toPlainString())
        .containsExactly("28.6600");
    ImportReport again = test.take(recorded, false, russia);
    assertThat(again.taken()).isZero();
    assertThat(again.unchanged()).isEqualTo(2);
  }

  @Test
  void xmlAndCsvOfTheEuroAreTheSame() {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version='1.0'?><gesmes:Envelope"
                + " xmlns:gesmes='http://www.gesmes.org/xml/2002-08-01'"
                + " xmlns='http://www.ecb.int/vocabulary/2002-08-01/eurofxref'><Cube>");
    StringBuilder csv = new StringBuilder("Date,USD,JPY,CYP,\n");
    LocalDate last = LocalDate.of(2026, 11, 19);
    for (int i = 0; i < 3_000; i++) {
      LocalDate day = last.minusDays(i);
      String usd = "1." + (1_000 + i);
      String jpy = "16" + i % 10 + ".2";
      xml.append("<Cube time='%s'>".formatted(day))
          .append("<Cube currency='USD' rate='%s'/>".formatted(usd))
          .append("<Cube currency='JPY' rate='%s'/></Cube>".formatted(jpy));
      csv.append("%s,%s,%s,N/A,\n".formatted(day, usd, jpy));
    }
    xml.append("</Cube></gesmes:Envelope>");
    Path asXml = test.file("eurofxref-hist.xml", xml.toString());
    Path asCsv = test.file("eurofxref-hist.csv", csv.toString());
    assertThat(test.take(recorded, true, asXml).taken()).isEqualTo(6_000);
    assertThat(test.rates.board().rows()).isEmpty();
    assertThat(test.take(recorded, false, asCsv).taken()).isEqualTo(6_000);
    ImportReport again = test.take(recorded, false, asXml);
    assertThat(again.unchanged()).isEqualTo(6_000);
    assertThat(again.taken()).isZero();
    assertThat(test.rates.board().official())
        .extracting(
            row -> Map.entry(row.quote().series().priceCurrency(), row.quote().buy().toString()))
        .containsExactlyInAnyOrder(Map.entry("USD", "1.1000"), Map.entry("JPY", "160.2"));
  }

  @Test
  void aFileThatBreaksOffIsTakenAsFarAsItGoes() {
    Path half =
        test.file(
            "half.xml",
            "<ValCurs ID='R01235' name='x'><Record Date='02.03.2001' Id='R01235'><Nominal>1</Nominal>"
                + "<Value>28,62</Value></Record><Record Date='03.03");
    ImportReport report = test.take(recorded, false, half);
    assertThat(report.taken()).isEqualTo(1);
    assertThat(report.refused()).isEqualTo(1);
  }
}
