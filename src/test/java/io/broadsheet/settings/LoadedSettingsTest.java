package io.broadsheet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadedSettingsTest {
  @TempDir Path data;
  @TempDir Path working;

  @Test
  void withoutAFileEverythingHasItsDefault() {
    Settings settings = load(Map.of());
    assertThat(settings.site().name()).isEqualTo("Broadsheet");
    assertThat(settings.limits().viewsPerMinute()).isEqualTo(600);
    assertThat(settings.site().languages()).containsExactly(Language.KK, Language.RU, Language.EN);
    assertThat(settings.diskWarning().toGigabytes()).isEqualTo(1);
  }

  @Test
  void theFileInTheDataFolderGoesBeforeThatInTheWorkingFolder() throws IOException {
    write(working, "broadsheet.site.name: Working");
    assertThat(load(Map.of()).site().name()).isEqualTo("Working");
    write(data, "broadsheet:\n  site:\n    name: Data");
    assertThat(load(Map.of()).site().name()).isEqualTo("Data");
  }

  @Test
  void variablesGoBeforeTheFileUnderBothOfTheirNames() throws IOException {
    write(data, "broadsheet.site: {name: File, time-zone: Europe/Paris}");
    Settings settings =
        load(
            Map.of(
                "BROADSHEET_SITE_NAME", "Variable",
                "BROADSHEET_SITE_TIMEZONE", "Asia/Aqtobe",
                "BROADSHEET_LIMITS_VIEWS_PER_MINUTE", "7",
                "BROADSHEET_SITE_LANGUAGES_0", "ru",
                "BROADSHEET_TRUSTEDPROXIES", "10.0.0.1,10.0.0.2",
                "PATH", "/bin"));
    assertThat(settings.site().name()).isEqualTo("Variable");
    assertThat(settings.site().timeZone()).hasToString("Asia/Aqtobe");
    assertThat(settings.limits().viewsPerMinute()).isEqualTo(7);
    assertThat(settings.site().languages()).containsExactly(Language.RU);
    assertThat(settings.trustedProxies()).containsExactly("10.0.0.1", "10.0.0.2");
  }

  @Test
  void anUnknownKeyIsNamedWithItsValueAndItsNeighbours() throws IOException {
    write(data, "broadsheet:\n  site:\n    nmae: News");
    assertThatThrownBy(() -> load(Map.of()))
        .isInstanceOf(BadSetting.class)
        .hasMessageStartingWith(
            "There is no setting broadsheet.site.nmae, which "
                + data.resolve("broadsheet.yaml")
                + " sets to “News”; allowed are broadsheet.site.contact,")
        .hasMessageContaining("broadsheet.site.name,")
        .hasMessageNotContaining("broadsheet.database");
  }

  @Test
  void sourcesOfRatesAreAListOfGroups() throws IOException {
    write(
        data,
        """
        broadsheet.rates.sources:
          - name: nbk
            format: national-bank-of-kazakhstan
            url: https://nationalbank.kz/rss/get_rates.cfm?fdate={date}
          - name: exchange
            format: json
            url: http://127.0.0.1:9000/quotes
            every: 10m
            fields: {rows: /data, buy: bid}
        """);
    List<SourceSettings> sources = load(Map.of("BROADSHEET_SITE_NAME", "x")).rates().sources();
    assertThat(sources).extracting(SourceSettings::name).containsExactly("nbk", "exchange");
    assertThat(sources.getFirst().address("24.11.2026"))
        .hasToString("https://nationalbank.kz/rss/get_rates.cfm?fdate=24.11.2026");
    assertThat(sources.getLast().fields().buy()).isEqualTo("bid");
    assertThat(sources.getLast().fields().sell()).isEqualTo("sell");
    assertThat(
            load(Map.of(
                    "BROADSHEET_RATES_SOURCES_0_NAME", "ecb",
                    "BROADSHEET_RATES_SOURCES_0_FORMAT", "european-central-bank",
                    "BROADSHEET_RATES_SOURCES_0_URL", "https://ecb.example/daily.xml"))
                .rates()
                .sources())
        .extracting(SourceSettings::name)
        .containsExactly("ecb");
    write(data, "broadsheet.rates.sources: [{name: nbk, fromat: csv}]");
    assertThatThrownBy(() -> load(Map.of()))
        .hasMessageContaining("broadsheet.rates.sources[0].fromat");
  }

  @Test
  void keysOfTheFrameworkAreRefusedButLogLevelsAreNot() throws IOException {
    write(data, "logging.level:\n  io.broadsheet: debug\n  org.flywaydb: off");
    assertThat(load(Map.of())).isNotNull();
    write(data, "server.port: 80");
    assertThatThrownBy(() -> load(Map.of())).hasMessageStartingWith("There is no setting server");
    write(data, "logging.level.root: loud");
    assertThatThrownBy(() -> load(Map.of()))
        .hasMessage(
            "The setting logging.level.root is “loud”; allowed is trace, debug, info, warn, error"
                + " or off.");
  }

  @Test
  void anUnknownVariableIsRefused() {
    assertThatThrownBy(() -> load(Map.of("BROADSHEET_SITE_NAM", "x")))
        .hasMessageStartingWith(
            "There is no setting BROADSHEET_SITE_NAM, which the environment sets to “x”; allowed"
                + " are BROADSHEET_COMMENTS_CLOSESAFTER,");
    assertThat(load(Map.of("BROADSHEET_JAVA_OPTS", "-Xmx1g"))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "broadsheet.limits.views-per-minute: many | broadsheet.limits.views-per-minute is “many”;"
            + " allowed is a whole number.",
        "broadsheet.limits.views-per-minute: 0 | broadsheet.limits.views-per-minute is “0”; allowed"
            + " is 1 to 1000000.",
        "broadsheet.pages.cache: big | broadsheet.pages.cache is “big”; allowed is a size such as"
            + " 64MB.",
        "broadsheet.site.time-zone: Mars/Base | broadsheet.site.time-zone is “Mars/Base”; allowed"
            + " is a time zone such as Asia/Almaty.",
        "broadsheet.site.url: ftp://x | broadsheet.site.url is “ftp://x”; allowed is http",
        "broadsheet.site.url: https://user:secret@x | broadsheet.site.url",
        "broadsheet.web.access-log: /no/such/folder/log | broadsheet.web.access-log is"
            + " “/no/such/folder/log”; allowed is the name of a file in a folder that exists.",
        "broadsheet.site.languages: [kk, xx] | broadsheet.site.languages",
        "'broadsheet.rates.sources: [{name: x, format: xls}]' |"
            + " broadsheet.rates.sources[0].format is “xls”; allowed is one of"
            + " national-bank-of-kazakhstan, bank-of-russia, european-central-bank, json, csv.",
        "'broadsheet.rates.sources: [{name: X}]' | broadsheet.rates.sources.name is “X”; allowed is",
        "'broadsheet.rates.sources: [{name: x, format: csv, url: /x}]' |"
            + " broadsheet.rates.sources.url is “/x”; allowed is",
        "'broadsheet.rates.sources: [{name: x, format: csv, url: https://x.example, every: 1s}]' |"
            + " broadsheet.rates.sources.every is “PT1S”; allowed is 1m to 7d.",
      })
  void aBadValueIsNamedWithWhatIsAllowed(String file, String sentence) throws IOException {
    write(data, file);
    assertThatThrownBy(() -> load(Map.of()))
        .isInstanceOf(BadSetting.class)
        .hasMessageStartingWith("The setting " + sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"'a: b: c'", "'broadsheet: [1, 2'", "'just a sentence'", "'a: 1\na: 2'", "'\u0001'"})
  void aDamagedFileIsRefusedInOneSentence(String file) throws IOException {
    write(data, file);
    assertThatThrownBy(() -> load(Map.of()))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining(data.resolve("broadsheet.yaml").toString())
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"broadsheet:", "broadsheet:\n  site:\n  web:\n", "broadsheet: {site: {}}"})
  void aGroupWithNothingInItChangesNothing(String file) throws IOException {
    write(data, file);
    assertThat(load(Map.of())).isEqualTo(LoadedSettings.load(List.of(), Map.of()).settings());
  }

  @Test
  void aFileThatIsALinkToNowhereIsNotPassedOver() throws IOException {
    Files.createSymbolicLink(data.resolve("broadsheet.yaml"), data.resolve("nowhere"));
    assertThatThrownBy(() -> load(Map.of()))
        .isInstanceOf(BadSetting.class)
        .hasMessageStartingWith(
            "The settings in " + data.resolve("broadsheet.yaml") + " cannot be read (");
  }

  @Test
  void aLogLevelThatIsNoneIsRefusedInAVariableToo() {
    assertThatThrownBy(() -> load(Map.of("LOGGING_LEVEL_ROOT", "loud")))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("LOGGING_LEVEL_ROOT is “loud”");
  }

  private Settings load(Map<String, String> environment) {
    return LoadedSettings.load(List.of(data, working), environment).settings();
  }

  private static void write(Path folder, String text) throws IOException {
    Files.writeString(folder.resolve("broadsheet.yaml"), text);
  }
}
