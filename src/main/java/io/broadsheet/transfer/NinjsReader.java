package io.broadsheet.transfer;

import io.broadsheet.articles.Body;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Correction;
import io.broadsheet.articles.HtmlBody;
import io.broadsheet.articles.InvalidArticle;
import io.broadsheet.articles.State;
import io.broadsheet.settings.Language;
import io.broadsheet.settings.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads stories from <a href="https://iptc.org/standards/ninjs/">IPTC ninjs</a> of any version.
 *
 * <p>It is liberal in what it takes: names in any case, the members of older versions, times
 * without offsets. What it cannot take it refuses with a reason; what it can leave out it notes.
 */
final class NinjsReader {
  private static final Set<String> STORY_TYPES = Set.of("text", "composite", "component");
  private static final Set<String> LEDE_ROLES = Set.of("", "summary", "lede", "lead", "abstract");

  /** How the role of a correction begins; its time follows. */
  static final String CORRECTION = "correction ";

  private final Site site;

  NinjsReader(Site site) {
    this.site = site;
  }

  /**
   * Reads an object.
   *
   * @throws Unfit if it is no story that this site can take
   * @throws InvalidArticle if it holds what no article may
   */
  NinjsItem read(JsonNode object) {
    Fields item = Fields.of(object);
    String uri =
        item.text("uri").map(String::strip).orElseThrow(() -> new Unfit("It has no “uri”."));
    if (uri.codePoints().anyMatch(Character::isISOControl)) {
      throw new Unfit("Its “uri” contains control characters.");
    }
    refuseOtherThanStories(item);
    State state = state(item);
    if (state == State.WITHDRAWN && headline(item).isEmpty()) {
      return new NinjsItem.Cancellation(uri);
    }
    List<String> notes = new ArrayList<>();
    Optional<Instant> embargo = time(item, "embargoeduntil", "embargoed");
    Optional<Instant> version = time(item, "versioncreated");
    Optional<Instant> first =
        time(item, "firstcreated")
            .or(() -> time(item, "contentcreated"))
            .or(() -> version)
            // Under an embargo a story is written before, and published at its end.
            .map(written -> embargo.filter(written::isBefore).orElse(written))
            .or(() -> embargo);
    return new NinjsItem.Story(
        uri,
        storyKey(item).orElse(uri),
        language(item),
        state,
        content(item, notes),
        NinjsPicture.of(item, notes),
        first.orElse(null),
        version.map(last -> first.filter(last::isBefore).orElse(last)).orElse(null),
        embargo.orElse(null),
        time(item, "expires").orElse(null),
        item.isNumber("urgency", 1),
        time(item, "breakinguntil").orElse(null),
        List.copyOf(notes));
  }

  private static void refuseOtherThanStories(Fields item) {
    String type = item.text("type").orElse("text").toLowerCase(Locale.ROOT);
    if (!STORY_TYPES.contains(type)) {
      throw new Unfit("It is of type “" + Fields.shortened(type) + "”, not a text.");
    }
    if (item.text("representationtype").orElse("full").equalsIgnoreCase("partial")) {
      throw new Unfit("It is only part of a story (representationType partial).");
    }
  }

  private static State state(Fields item) {
    String status = item.text("pubstatus").orElse("usable").toLowerCase(Locale.ROOT);
    return switch (status) {
      case "usable" -> State.PUBLISHED;
      case "withheld" -> State.DRAFT;
      case "canceled", "cancelled" -> State.WITHDRAWN;
      default ->
          throw new Unfit("“" + Fields.shortened(status) + "” is no publication status of ninjs.");
    };
  }

  private static Optional<String> storyKey(Fields item) {
    for (Fields alternative : altIds(item)) {
      if (alternative.role().equals("story")) {
        return alternative.text("value").map(String::strip);
      }
    }
    return Optional.empty();
  }

  /** In ninjs 1 the alternative ids are one object, whose names are the roles. */
  private static List<Fields> altIds(Fields item) {
    JsonNode ids = item.byName().get("altids");
    if (ids == null || !ids.isObject()) {
      return item.objects("altids");
    }
    return Fields.of(ids).text("story").stream()
        .map(
            story ->
                new Fields(
                    java.util.Map.of(
                        "role",
                        Json.MAPPER.getNodeFactory().stringNode("story"),
                        "value",
                        Json.MAPPER.getNodeFactory().stringNode(story))))
        .toList();
  }

  private Language language(Fields item) {
    String tag =
        item.text("language").orElseThrow(() -> new Unfit("It has no “language”.")).strip();
    String primary = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    return Language.of(primary)
        .filter(site.languages()::contains)
        .orElseThrow(
            () ->
                new Unfit(
                    "Its language is “"
                        + Fields.shortened(tag)
                        + "”; this site has "
                        + site.languages().stream()
                            .map(Language::code)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private Content content(Fields item, List<String> notes) {
    return new Content(
        emoji(item),
        headline(item).orElseThrow(() -> new Unfit("It has no headline.")),
        lede(item),
        body(item),
        bylines(item),
        NinjsSubjects.topics(item, notes),
        place(item),
        List.of(),
        NinjsSources.read(item, site.timeZone(), notes),
        corrections(item));
  }

  private static @Nullable String emoji(Fields item) {
    return item.objects("headlines").stream()
        .filter(headline -> headline.role().equals("emoji"))
        .flatMap(headline -> headline.text("value").stream())
        .map(String::strip)
        .findFirst()
        .orElse(null);
  }

  private static Optional<String> headline(Fields item) {
    List<Fields> all =
        item.objects("headlines").stream().filter(one -> !one.role().equals("emoji")).toList();
    Stream<Fields> main = all.stream().filter(one -> one.role().equals("main"));
    return Stream.concat(main, all.stream())
        .flatMap(one -> one.plain("value").stream())
        .findFirst()
        .or(() -> item.text("headline", "title").map(String::strip));
  }

  private static String lede(Fields item) {
    return item.objects("descriptions").stream()
        .filter(one -> LEDE_ROLES.contains(one.role()))
        .flatMap(one -> one.plain("value").stream())
        .findFirst()
        .or(() -> item.text("description_text").map(String::strip))
        .or(() -> item.text("description_html").map(html -> HtmlBody.parse(html).text()))
        .orElse("");
  }

  private static Body body(Fields item) {
    List<Fields> bodies = item.objects("bodies");
    List<Fields> html = bodies.stream().filter(Fields::isMarkup).toList();
    return main(html)
        .or(() -> item.text("body_html", "body_xhtml"))
        .map(HtmlBody::parse)
        .or(() -> main(bodies).or(() -> item.text("body_text")).map(HtmlBody::plain))
        .orElseGet(() -> Body.of(List.of()));
  }

  private static Optional<String> main(List<Fields> bodies) {
    Stream<Fields> main = bodies.stream().filter(one -> one.role().equals("main"));
    return Stream.concat(main, bodies.stream())
        .flatMap(one -> one.text("value").stream())
        .findFirst();
  }

  private static List<String> bylines(Fields item) {
    List<String> bylines = names(item.objects("bylines"), "byline", "name");
    if (!bylines.isEmpty()) {
      return bylines;
    }
    List<Fields> authors =
        item.objects("people").stream()
            .filter(one -> one.text("rel").orElse("").equalsIgnoreCase("author"))
            .toList();
    List<String> names = names(authors, "name");
    return names.isEmpty() ? item.text("by", "byline").map(String::strip).stream().toList() : names;
  }

  private static List<String> names(List<Fields> people, String... members) {
    return people.stream().flatMap(one -> one.text(members).stream()).map(String::strip).toList();
  }

  private static @Nullable String place(Fields item) {
    return item.objects("places", "place").stream()
        .flatMap(place -> place.text("name").stream())
        .findFirst()
        .or(() -> item.text("located"))
        .map(String::strip)
        .orElse(null);
  }

  /** Ninjs has no corrections: ours are descriptions with their time, or an extension. */
  private List<Correction> corrections(Fields item) {
    List<Correction> corrections = new ArrayList<>();
    for (Fields one : item.objects("corrections")) {
      corrections.add(
          new Correction(
              time(one, "at").orElseThrow(() -> new Unfit("A correction has no time (at).")),
              one.text("note").map(String::strip).orElse("")));
    }
    for (Fields one : item.objects("descriptions")) {
      if (one.role().startsWith(CORRECTION)) {
        String at = one.role().substring(CORRECTION.length());
        corrections.add(
            new Correction(
                Times.instant("The time of a correction", at, site.timeZone()),
                one.text("value").map(String::strip).orElse("")));
      }
    }
    corrections.sort(java.util.Comparator.comparing(Correction::at));
    return corrections;
  }

  private Optional<Instant> time(Fields item, String... names) {
    return item.text(names).map(text -> Times.instant("“" + names[0] + "”", text, site.timeZone()));
  }
}
