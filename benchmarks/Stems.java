import io.broadsheet.kazakh.StemEvaluation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How well Kazakh stems do what they are for, by texts in CoNLL-U: {@code Stems.java FILE…}. */
public final class Stems {
  public static void main(String[] args) throws IOException {
    StemEvaluation evaluation = new StemEvaluation();
    for (String file : args) {
      try (BufferedReader text = Files.newBufferedReader(Path.of(file))) {
        evaluation.read(text);
      } catch (IllegalArgumentException e) {
        System.err.println(file + ": " + e.getMessage());
        System.exit(2);
      }
    }
    StemEvaluation.Result result = evaluation.result();
    System.out.printf(
        "%d lemmas with %d forms: %d forms (%.1f %%) meet in the stem of most forms of their lemma,"
            + " %d lemmas (%.1f %%) share theirs with another lemma.%n",
        result.lemmas(),
        result.forms(),
        result.met(),
        100.0 * result.met() / Math.max(1, result.forms()),
        result.collided(),
        100.0 * result.collided() / Math.max(1, result.lemmas()));
  }
}
