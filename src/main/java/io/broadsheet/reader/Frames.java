package io.broadsheet.reader;

import io.broadsheet.reader.view.Frame;
import io.broadsheet.reader.view.Link;
import io.broadsheet.settings.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes what surrounds pages: titles, addresses, and the ways to the same in other languages. */
final class Frames {
  private final House house;
  private final Shared shared;

  Frames(House house, Shared shared) {
    this.house = house;
    this.shared = shared;
  }

  /**
   * Returns the frame of a page.
   *
   * @param paths where the page and its counterparts in other languages are
   */
  Frame of(Language language, String title, String description, Map<Language, String> paths) {
    return ofStory(language, title, description, paths, null);
  }

  /** Returns the frame of a story's page, which speaks to machines besides. */
  Frame ofStory(
      Language language,
      String title,
      String description,
      Map<Language, String> paths,
      Frame.@Nullable ArticleData data) {
    List<Link> alternates = new ArrayList<>();
    if (paths.size() > 1) {
      paths.forEach((other, path) -> alternates.add(Link.to(house.absolute(path), other.code())));
    }
    String own = paths.getOrDefault(language, House.home(language));
    if (own.equals(House.home(language)) && alternates.size() > 1) {
      alternates.add(Link.to(house.absolute("/"), "x-default"));
    }
    return frame(language, title, description, house.absolute(own), alternates, paths, data);
  }

  /** Returns the frame of a page that has no address of its own and is not to be found. */
  Frame ofNoAddress(Language language, String title) {
    return ofNoAddress(language, title, everywhere("", language));
  }

  /** Returns the frame of such a page that is found in other languages, too. */
  Frame ofNoAddress(Language language, String title, Map<Language, String> paths) {
    return frame(language, title, "", null, List.of(), paths, null);
  }

  /** Returns the same path below each language; the front page's is empty. */
  Map<Language, String> everywhere(String path, Language current) {
    Map<Language, String> paths = new TreeMap<>();
    for (Language language : house.languages()) {
      paths.put(language, House.home(language) + path);
    }
    paths.putIfAbsent(current, House.home(current) + path);
    return paths;
  }

  /** Returns a topic's page and, of its first, the counterparts wherever that topic has stories. */
  Map<Language, String> counterparts(Address.Topic address) {
    Map<Language, String> paths = new TreeMap<>();
    for (Language language : house.languages()) {
      boolean all = address.topic().equals(Routes.NEWS);
      if (language == address.language()) {
        paths.put(language, Routes.path(address));
      } else if (address.number() == 1
          && (all
              || shared.topics(language).stream()
                  .anyMatch(topic -> topic.slug().equals(address.topic())))) {
        paths.put(language, Routes.path(new Address.Topic(language, address.topic(), 1)));
      }
    }
    return paths;
  }

  private Frame frame(
      Language language,
      String title,
      String description,
      @Nullable String canonical,
      List<Link> alternates,
      Map<Language, String> paths,
      Frame.@Nullable ArticleData data) {
    return new Frame(
        language,
        house.in(language).words(),
        house.site().name(),
        house.logo(),
        title,
        description,
        canonical,
        alternates,
        languages(paths, language),
        data);
  }

  /** Leads to the same in each language, or else to that language's front page. */
  private List<Frame.LanguageLink> languages(Map<Language, String> paths, Language current) {
    List<Frame.LanguageLink> links = new ArrayList<>();
    for (Language language : house.languages()) {
      links.add(
          new Frame.LanguageLink(
              paths.getOrDefault(language, House.home(language)),
              language.code(),
              house.in(language).words().text("language"),
              language == current));
    }
    return links;
  }
}
