import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well stories are found: asks a server that has the documents what readers ask, and beside it
 * BM25 over the plain words of the same documents.
 *
 * <p>{@code java -cp … SearchQuality.java BASE TOPICS QRELS DOCUMENTS…}: topics are lines of a
 * number, a tab and a text, or TREC's {@code <top>} records; judgements are TREC qrels; documents
 * are files of ninjs, one a line or one a file. A topic belongs to the language that most of its
 * relevant documents have, and is asked there.
 */
public final class SearchQuality {
  private static final int DEPTH = 100;
  private static final int SHORT = 10;
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Pattern TOP =
      Pattern.compile(
          "<num>\\s*(?:Number:)?\\s*(?<num>\\S+?)\\s*(?:</num>)?\\s*<title>\\s*(?<title>[^<]+)");

  /** A document's language and its text without markup. */
  private record Story(String language, String text) {}

  /** The means over some topics. */
  private record Means(double gain, double recall, double rank) {}

  private final Map<String, Story> stories = new HashMap<>();
  private final Map<String, String> topics = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> judgements = new HashMap<>();

  public static void main(String[] args) throws IOException {
    SearchQuality quality = new SearchQuality();
    for (int i = 3; i < args.length; i++) {
      quality.readStories(Path.of(args[i]));
    }
    quality.readTopics(Path.of(args[1]));
    quality.readJudgements(Path.of(args[2]));
    quality.compare(args[0]);
  }

  private void readStories(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        for (Path file : files.sorted().toList()) {
          readStories(file);
        }
      }
    } else if (path.toString().endsWith(".json")) {
      add(JSON.readTree(Files.readString(path)));
    } else {
      try (Stream<String> lines = Files.lines(path)) {
        lines.filter(line -> !line.isBlank()).forEach(line -> add(JSON.readTree(line)));
      }
    }
  }

  private void add(JsonNode story) {
    if (story.isArray()) {
      story.forEach(this::add);
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, JsonNode> member : story.properties()) {
      if (member.getKey().matches("(?i)(headline|description|body).*|headlines|bodies")) {
        addText(member.getValue(), text);
      }
    }
    stories.put(
        story.path("uri").asString(),
        new Story(
            story.path("language").asString().split("[-_]")[0],
            text.toString().replaceAll("<[^>]+>", " ")));
  }

  private static void addText(JsonNode node, StringBuilder text) {
    if (node.isString()) {
      text.append(node.asString()).append('\n');
    } else if (node.isArray()) {
      node.forEach(one -> addText(one.path("value"), text));
    }
  }

  private void readTopics(Path file) throws IOException {
    String text = Files.readString(file);
    if (text.contains("<top>")) {
      Matcher next = TOP.matcher(text);
      while (next.find()) {
        topics.put(next.group("num"), next.group("title").strip());
      }
      return;
    }
    for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
      String[] columns = line.split("\t", 2);
      if (columns.length != 2) {
        throw new IOException(file + ": no tab in “" + line + "”");
      }
      topics.put(columns[0].strip(), columns[1].strip());
    }
  }

  private void readJudgements(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        continue;
      }
      String[] columns = line.strip().split("\\s+");
      if (columns.length != 4) {
        throw new IOException(file + ": “" + line + "” has not the four columns of qrels");
      }
      judgements
          .computeIfAbsent(columns[0], _ -> new HashMap<>())
          .put(columns[2], Integer.valueOf(columns[3]));
    }
  }

  private void compare(String base) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Map<String, List<String>> byLanguage = new TreeMap<>();
    for (String topic : topics.keySet()) {
      language(topic).ifPresent(one -> byLanguage.computeIfAbsent(one, _ -> new ArrayList<>()).add(topic));
    }
    out.println("lang topics  documents  search                          nDCG@10  recall@100    MRR");
    try (HttpClient client = HttpClient.newHttpClient();
        ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      index(directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (Map.Entry<String, List<String>> entry : byLanguage.entrySet()) {
          String language = entry.getKey();
          print(out, language, entry.getValue(), "Broadsheet", (text, lang) -> ask(client, base, text, lang));
          print(out, language, entry.getValue(), "StandardAnalyzer, BM25", (text, lang) -> plain(searcher, text, lang));
        }
      }
    }
    long left = topics.size() - byLanguage.values().stream().mapToInt(List::size).sum();
    if (left > 0) {
      out.println(left + " topics have no relevant document among these and are left out.");
    }
  }

  private java.util.Optional<String> language(String topic) {
    return judgements.getOrDefault(topic, Map.of()).entrySet().stream()
        .filter(judged -> judged.getValue() > 0 && stories.containsKey(judged.getKey()))
        .collect(
            Collectors.groupingBy(
                judged -> stories.get(judged.getKey()).language(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private void print(
      PrintStream out,
      String language,
      List<String> asked,
      String name,
      BiFunction<String, String, List<String>> search) {
    Means means = means(asked, topic -> search.apply(topics.get(topic), language));
    long documents = stories.values().stream().filter(one -> one.language().equals(language)).count();
    out.printf(
        "%-4s %6d %10d  %-30s %8.4f %11.4f %6.4f%n",
        language, asked.size(), documents, name, means.gain(), means.recall(), means.rank());
  }

  private Means means(List<String> asked, java.util.function.Function<String, List<String>> search) {
    double gain = 0;
    double recall = 0;
    double rank = 0;
    for (String topic : asked) {
      Map<String, Integer> judged = judgements.get(topic);
      List<String> found = search.apply(topic);
      long relevant = judged.values().stream().filter(one -> one > 0).count();
      gain += gain(found.stream().map(one -> Math.max(0, judged.getOrDefault(one, 0))).toList())
          / gain(judged.values().stream().map(one -> Math.max(0, one)).sorted(Comparator.reverseOrder()).toList());
      recall += (double) found.stream().filter(one -> judged.getOrDefault(one, 0) > 0).count() / relevant;
      int first = 0;
      while (first < found.size() && judged.getOrDefault(found.get(first), 0) <= 0) {
        first++;
      }
      rank += first < found.size() ? 1.0 / (first + 1) : 0;
    }
    return new Means(gain / asked.size(), recall / asked.size(), rank / asked.size());
  }

  /** Returns the discounted gain of the first ten. */
  private static double gain(List<Integer> grades) {
    double gain = 0;
    for (int i = 0; i < Math.min(SHORT, grades.size()); i++) {
      gain += grades.get(i) * Math.log(2) / Math.log(i + 2);
    }
    return gain;
  }

  private static List<String> ask(HttpClient client, String base, String text, String language) {
    URI uri =
        URI.create(
            base + "/api/v1/search?limit=" + DEPTH + "&lang=" + language
                + "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    try {
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(uri + ": " + answer.statusCode() + " " + answer.body());
      }
      List<String> found = new ArrayList<>();
      JSON.readTree(answer.body()).path("items").forEach(one -> found.add(one.path("uri").asString()));
      return found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void index(ByteBuffersDirectory directory) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
      for (Map.Entry<String, Story> entry : stories.entrySet()) {
        Document document = new Document();
        document.add(new StringField("uri", entry.getKey(), Field.Store.YES));
        document.add(new TextField(entry.getValue().language(), entry.getValue().text(), Field.Store.NO));
        writer.addDocument(document);
      }
    }
  }

  private static List<String> plain(IndexSearcher searcher, String text, String language) {
    try (StandardAnalyzer analyzer = new StandardAnalyzer();
        TokenStream words = analyzer.tokenStream(language, text)) {
      BooleanQuery.Builder query = new BooleanQuery.Builder();
      CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        query.add(new TermQuery(new Term(language, word.toString())), Occur.SHOULD);
      }
      List<String> found = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query.build(), DEPTH).scoreDocs) {
        found.add(searcher.storedFields().document(hit.doc).get("uri"));
      }
      return found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
