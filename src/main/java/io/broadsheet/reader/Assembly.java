package io.broadsheet.reader;

import io.broadsheet.reader.view.Frame;
import io.broadsheet.settings.Language;
import io.broadsheet.web.Templates;
import java.util.ArrayList;
import java.util.List;

/** Puts a page's own content between what all pages of its language have. */
final class Assembly {
  private final House house;
  private final Templates templates;
  private final Shared shared;

  Assembly(House house, Templates templates, Shared shared) {
    this.house = house;
    this.templates = templates;
    this.shared = shared;
  }

  /** Renders something that only one page has. */
  Fragment own(String template, Object view) {
    return Fragment.of(templates.render(template, view));
  }

  /** Returns a page that has nothing beside its own content, and needs no database. */
  Page alone(int status, Language language, Frame frame, List<? extends Part> content) {
    List<Part> parts = new ArrayList<>();
    parts.add(house.in(language).opening());
    parts.add(own("head", frame));
    // Where nothing is breaking and no topics are shown, nothing else ends the header.
    parts.add(Fragment.of("</header>\n"));
    parts.addAll(content);
    parts.add(house.in(language).foot());
    return new Page(status, "", language, parts);
  }

  /**
   * Returns a page.
   *
   * @param path where it belongs; empty for one that has no address
   * @param topic the slug of the topic that its bar marks; empty for none
   */
  Page page(
      int status, String path, Language language, Frame frame, String topic, Part... content) {
    List<Part> parts = new ArrayList<>();
    parts.add(house.in(language).opening());
    parts.add(own("head", frame));
    parts.add(shared.topicBar(language, topic));
    parts.add(shared.breaking(language));
    parts.addAll(List.of(content));
    parts.add(house.in(language).foot());
    return new Page(status, path, language, parts);
  }
}
