package io.broadsheet.reader;

import io.broadsheet.reader.view.Message;
import io.broadsheet.settings.Site;
import io.broadsheet.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The texts of the house: who publishes it, and what it learns about its readers. */
final class Statements {
  private Statements() {}

  static Message of(Address.Statement.Kind kind, Words words, Site site) {
    return switch (kind) {
      case PRIVACY -> message(words, words.text("privacy.title"), privacy(words));
      case IMPRINT -> message(words, words.text("imprint.title"), imprint(words, site));
    };
  }

  static String description(Address.Statement.Kind kind, Words words, Site site) {
    return switch (kind) {
      case PRIVACY -> words.text("privacy.description");
      case IMPRINT -> words.text("imprint.description", site.name());
    };
  }

  private static Message message(Words words, String title, List<Message.Section> sections) {
    return new Message(words, "", title, sections, "", false);
  }

  private static List<Message.Section> privacy(Words words) {
    List<Message.Section> sections = new ArrayList<>();
    sections.add(new Message.Section("", "", List.of(words.text("privacy.short"))));
    for (String key :
        List.of(
            "privacy.views",
            "privacy.readings",
            "privacy.cookies",
            "privacy.others",
            "privacy.rights")) {
      sections.add(new Message.Section("", words.text(key + ".title"), List.of(words.text(key))));
    }
    return sections;
  }

  private static List<Message.Section> imprint(Words words, Site site) {
    return List.of(
        new Message.Section("", words.text("imprint.publisher"), paragraphs(site.imprint(), words)),
        new Message.Section(
            "contact", words.text("imprint.contact"), paragraphs(site.contact(), words)));
  }

  /** Returns a text's paragraphs, which empty lines part. */
  static List<String> paragraphs(String text, Words words) {
    return text.isBlank()
        ? List.of(words.text("imprint.empty"))
        : Arrays.asList(text.strip().split("\\n\\s*\\n", -1));
  }
}
