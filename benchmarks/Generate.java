import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/**
 * Writes so many invented stories as ninjs, one a line: {@code java Generate.java 100000 > s.jsonl}.
 *
 * <p>Words are drawn by Zipf's law from syllables, bodies have 150 to 400 words, publishing times
 * reach back one minute a story. The same number gives the same stories.
 */
public final class Generate {
  private static final String[] TOPICS = {
    "city", "economy", "society", "culture", "sport", "science", "nature"
  };
  private static final String[] LANGUAGES = {"kk", "ru", "en"};
  private static final String[] SYLLABLES = {
    "ка", "ра", "то", "ли", "не", "ма", "су", "бе", "до", "ви", "на", "го", "ше", "пу", "та", "ке"
  };
  private static final int VOCABULARY = 20_000;

  private final Random random;
  private final BufferedWriter out;

  private Generate(long seed, BufferedWriter out) {
    this.random = new Random(seed);
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    int stories = args.length == 1 ? Integer.parseInt(args[0]) : 1_000;
    PrintStream stdout = System.out;
    try (BufferedWriter out =
        new BufferedWriter(new OutputStreamWriter(stdout, StandardCharsets.UTF_8), 1 << 16)) {
      Generate generate = new Generate(stories, out);
      Instant newest = Instant.parse("2026-11-20T00:00:00Z");
      for (int i = 0; i < stories; i++) {
        generate.story(i, newest.minusSeconds(60L * i));
      }
    }
  }

  private void story(int number, Instant at) throws IOException {
    String language = LANGUAGES[number % LANGUAGES.length];
    String topic = TOPICS[random.nextInt(TOPICS.length)];
    StringBuilder body = new StringBuilder();
    int words = 150 + random.nextInt(250);
    for (int i = 0; i < words; i += 50) {
      body.append("<p>").append(words(Math.min(50, words - i))).append("</p>");
    }
    out.write(
        """
        {"uri":"urn:generated:%d","type":"text","language":"%s","pubstatus":"usable",\
        "firstcreated":"%s","versioncreated":"%s",\
        "headlines":[{"role":"main","value":"%s"}],\
        "descriptions":[{"role":"summary","value":"%s"}],\
        "bodies":[{"role":"main","contenttype":"text/html","value":"%s"}],\
        "subjects":[{"uri":"topic:%s","name":"%s"}],\
        "infosources":[{"name":"%s","roles":["wire"]}]}
        """
            .formatted(number, language, at, at, words(8), words(20), body, topic, topic, words(2)));
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        text.append(' ');
      }
      // Ranks drawn as a power of a uniform number follow Zipf's law closely enough.
      int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
      for (int rest = rank + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
        text.append(SYLLABLES[rest % SYLLABLES.length]);
      }
    }
    return text.toString();
  }
}
