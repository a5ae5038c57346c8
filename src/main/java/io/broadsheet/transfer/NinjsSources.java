package io.broadsheet.transfer;

import io.broadsheet.articles.InvalidArticle;
import io.broadsheet.articles.Source;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the information sources of a ninjs object. */
final class NinjsSources {
  private NinjsSources() {}

  static List<Source> read(Fields item, ZoneId zone, List<String> notes) {
    List<Source> sources = new ArrayList<>();
    for (Fields source : item.objects("infosources", "infosource")) {
      String name =
          source
              .text("name")
              .map(String::strip)
              .orElseThrow(() -> new Unfit("A source has no name."));
      String link = source.text("uri").map(String::strip).filter(NinjsSources::isWeb).orElse(null);
      sources.add(source(name, kind(source), link, date(source, zone), notes));
    }
    return sources;
  }

  /** A source is worth more than its link. */
  private static Source source(
      String name,
      Source.Kind kind,
      @Nullable String link,
      @Nullable LocalDate date,
      List<String> notes) {
    try {
      return new Source(name, kind, link, date);
    } catch (InvalidArticle e) {
      Source without = new Source(name, kind, null, date);
      notes.add(
          "The link of the source “" + Fields.shortened(name) + "” was left out: it is none.");
      return without;
    }
  }

  private static boolean isWeb(String uri) {
    return uri.startsWith("http://") || uri.startsWith("https://");
  }

  private static Source.Kind kind(Fields source) {
    return Stream.concat(source.text("role").stream(), source.texts("roles").stream())
        .map(role -> role.strip().toLowerCase(Locale.ROOT))
        .flatMap(
            role ->
                switch (role) {
                  case "official" -> Stream.of(Source.Kind.OFFICIAL);
                  case "wire", "agency", "provider", "supplier", "distributor" ->
                      Stream.of(Source.Kind.WIRE);
                  case "document" -> Stream.of(Source.Kind.DOCUMENT);
                  case "own", "author", "originator" -> Stream.of(Source.Kind.OWN);
                  default -> Stream.<Source.Kind>empty();
                })
        .findFirst()
        .orElse(Source.Kind.OFFICIAL);
  }

  /** Ninjs has no date of a source: ours is its literal, or an extension. */
  private static @Nullable LocalDate date(Fields source, ZoneId zone) {
    return source
        .text("contentcreated", "date")
        .map(text -> Times.instant("The date of a source", text, zone).atZone(zone).toLocalDate())
        .orElseGet(() -> source.text("literal").map(NinjsSources::asDate).orElse(null));
  }

  private static @Nullable LocalDate asDate(String literal) {
    try {
      return LocalDate.parse(literal.strip());
    } catch (DateTimeException e) {
      return null; // any other identifier
    }
  }
}
