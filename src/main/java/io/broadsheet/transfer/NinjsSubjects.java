package io.broadsheet.transfer;

import io.broadsheet.articles.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the subjects of a ninjs object as topics. */
final class NinjsSubjects {
  static final String SCHEME = "topic:";

  private static final int MOST = 20;

  /** Numbers alone are codes of a vocabulary, which no reader should find in an address. */
  private static final Pattern WORD = Pattern.compile("(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*");

  private NinjsSubjects() {}

  static List<Topic> topics(Fields item, List<String> notes) {
    List<Topic> topics = new ArrayList<>();
    for (Fields subject : item.objects("subjects", "subject")) {
      Optional<Topic> topic = topic(subject);
      if (topic.isEmpty()) {
        notes.add("A subject without a name was left out.");
      } else if (topics.stream().noneMatch(one -> one.slug().equals(topic.get().slug()))) {
        topics.add(topic.get());
      }
    }
    if (topics.size() > MOST) {
      notes.add("Of " + topics.size() + " subjects the first " + MOST + " were taken.");
      return List.copyOf(topics.subList(0, MOST));
    }
    return topics;
  }

  private static Optional<Topic> topic(Fields subject) {
    Optional<String> slug =
        subject
            .text("uri")
            .filter(uri -> uri.startsWith(SCHEME))
            .map(uri -> uri.substring(SCHEME.length()))
            .or(() -> subject.text("code", "literal").filter(code -> WORD.matcher(code).matches()));
    Optional<String> name = subject.text("name").map(String::strip).or(() -> slug);
    return name.map(shown -> slug.map(known -> new Topic(known, shown)).orElse(Topic.named(shown)));
  }
}
