package io.broadsheet.kazakh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the endings off Kazakh words, so that all forms of a word meet in one stem.
 *
 * <p>Kazakh strings its endings behind the stem in a fixed order: plural, possessive and case
 * behind nouns; negation, then tense and person behind verbs, or a participle and the endings of
 * nouns. Each ending has a shape for each neighbour: its vowel is front or back as the last vowel
 * of the stem is, its first consonant as voiced as the stem's last. An ending is taken off only
 * where its shape fits what is left, and never so much that no word can be left. Of several ways
 * the one that leads to the longest word on the list of those that only look inflected is taken,
 * else the one that leaves least.
 *
 * <p>Letters that a Russian keyboard lacks may be missing: құқықтың and кукыктын have their endings
 * taken off alike. Derivation, such as -лық, stays: it makes other words.
 */
public final class KazakhStemmer {
  private static final int SHORTEST = 3;

  /** Behind these endings begin with a voiced consonant, behind the others with a voiceless one. */
  private static final String VOICED = "рлмнйузж";

  private static final String VOICELESS = "кпстфхцчшщбвгдъь";

  private static final List<Ending> CASES =
      Ending.all(
          // which is at, which is of
          "дAгY:V" + VOICED,
          "тAгY:" + VOICELESS,
          "+ндAгY:ыи",
          "дYкY:" + VOICED,
          "тYкY:" + VOICELESS,
          "нYкY:V",
          // of, from, at, with, to, whom
          "нYң:Vмн",
          "дYң:рлйузж",
          "тYң:" + VOICELESS,
          "дAн:Vрлйузж",
          "тAн:" + VOICELESS,
          "нAн:мн",
          "+нAн:ыи",
          "дA:V" + VOICED,
          "тA:" + VOICELESS,
          "+ндA:ыи",
          "мен:Vрлйумн",
          "бен:зж",
          "пен:" + VOICELESS,
          "гA:V" + VOICED,
          "кA:" + VOICELESS,
          "+нA:ыи",
          "нY:аеыиуяю",
          "дY:" + VOICED,
          "тY:" + VOICELESS,
          "+н:ыи");

  private static final List<Ending> THEIRS = Ending.all("сY:аеыия", "Y:C");

  private static final List<Ending> OURS =
      Ending.all("YмYз:C", "мYз:аеыия", "YңYз:C", "ңYз:аеыия", "Yм:р", "Yң:р");

  private static final List<Ending> PLURALS =
      Ending.all("лAр:Vрйу", "дAр:лмнзж", "тAр:" + VOICELESS);

  /** What makes nouns of verbs. */
  private static final List<Ending> PARTICIPLES =
      Ending.all(
          "гAн:V" + VOICED, "кAн:" + VOICELESS, "AтYн:C", "йтYн:аеыи", "тYн:и", "у:C", "у:аеи");

  private static final List<Ending> TENSES =
      Ending.all(
          // does
          "AдY:C",
          "AмYн:C",
          "ймYн:аеыи",
          "AсYң:C",
          "йсYң:аеыи",
          "AсYз:C",
          "AмYз:C",
          "йсYз:аеыи",
          "ймYз:аеыи",
          "йдY:аеыи",
          // did
          "дYм:V" + VOICED,
          "тYм:" + VOICELESS,
          "дYң:V",
          "дYңYз:V" + VOICED,
          "тYңYз:" + VOICELESS,
          "дY:V" + VOICED,
          "тY:" + VOICELESS,
          "дYк:V",
          // has done
          "гAнмYн:V" + VOICED,
          "кAнмYн:" + VOICELESS,
          "гAнсYң:V" + VOICED,
          "кAнсYң:" + VOICELESS,
          "гAнсYз:V" + VOICED,
          "кAнсYз:" + VOICELESS,
          "гAнбYз:V" + VOICED,
          "кAнбYз:" + VOICELESS,
          // until, since, if, doing
          "гAншA:V" + VOICED,
          "кAншA:" + VOICELESS,
          "гAлY:V" + VOICED,
          "кAлY:" + VOICELESS,
          "сA:V" + VOICED + VOICELESS,
          "сAм:V" + VOICED + VOICELESS,
          "сAк:V" + VOICED + VOICELESS,
          "Yп:C",
          "п:аеыи",
          // means to, is to
          "мAк:Vрлйу",
          "бAк:мнзж",
          "пAк:" + VOICELESS,
          "сYн:рлйтп");

  private static final List<Ending> NEGATIONS =
      Ending.all("мA:Vрлйу", "бA:мнзж", "пA:" + VOICELESS);

  /** What is done, in verbs that are made of other words: жоспарланды, ұйымдастырылды. */
  private static final List<Ending> VOICES = Ending.all("Yл:C", "Yн:C", "л:ае", "н:ае", "с:ае");

  /** What makes a verb of another word. */
  private static final List<Ending> VERBS = Ending.all("лA:Vрйу", "дA:лмнзж", "тA:" + VOICELESS);

  private static final Set<String> WHOLE =
      read("whole").map(KazakhStemmer::known).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> SHORT =
      read("short").map(KazakhStemmer::known).collect(Collectors.toUnmodifiableSet());
  private static final Map<String, String> OTHERWISE =
      read("otherwise")
          .map(pair -> pair.split("=", 2))
          .collect(Collectors.toUnmodifiableMap(pair -> known(pair[0]), pair -> pair[1]));

  private final String word;
  private final String plain;
  private final boolean special;
  private int best;
  private boolean whole;

  private KazakhStemmer(String word) {
    this.word = word;
    this.plain = KazakhLetters.plain(word);
    this.special = KazakhLetters.isSpecial(word);
    this.best = word.length();
  }

  /** Returns a listed word as words are compared with it. */
  private static String known(String listed) {
    return KazakhLetters.plain(KazakhLetters.glides(listed));
  }

  /**
   * Returns the stem of a word.
   *
   * @param word in lower case and Cyrillic, see {@link KazakhLetters#cyrillic}
   */
  public static String stem(String word) {
    KazakhStemmer stemmer = new KazakhStemmer(KazakhLetters.glides(word));
    stemmer.cases(stemmer.word.length());
    return KazakhLetters.withoutGlides(stemmer.found());
  }

  /**
   * A stem before a vowel ends in a voiced consonant that is voiceless elsewhere, or lacks its soft
   * sign: кітап, кітабы; медаль, медалі.
   */
  private String found() {
    String other = OTHERWISE.get(plain.substring(0, best));
    if (other != null) {
      return other;
    }
    String stem = word.substring(0, best);
    int last = best - 1;
    return last < SHORTEST - 1
        ? stem
        : switch (stem.charAt(last)) {
          case 'б' -> stem.substring(0, last) + 'п';
          case 'г' -> stem.substring(0, last) + 'к';
          case 'ғ' -> stem.substring(0, last) + 'қ';
          case 'ь' -> stem.substring(0, last);
          default -> stem;
        };
  }

  private void cases(int end) {
    off(
        CASES,
        end,
        (ending, start) -> {
          if (ending.owned()) {
            off(THEIRS, start, (_, stem) -> plurals(stem));
          } else {
            possessives(start);
          }
        });
    possessives(end);
    off(TENSES, end, (_, stem) -> negations(stem));
  }

  private void possessives(int end) {
    off(THEIRS, end, (_, stem) -> plurals(stem));
    off(OURS, end, (_, stem) -> plurals(stem));
    plurals(end);
  }

  private void plurals(int end) {
    off(PLURALS, end, (_, stem) -> participles(stem));
    participles(end);
  }

  private void participles(int end) {
    off(PARTICIPLES, end, (_, stem) -> negations(stem));
    stem(end);
  }

  private void negations(int end) {
    off(NEGATIONS, end, (_, stem) -> voices(stem));
    voices(end);
  }

  private void voices(int end) {
    off(
        VOICES,
        end,
        (ending, stem) -> {
          if (isWhole(stem) || isDone(ending, stem)) {
            stem(stem);
          }
        });
    stem(end);
  }

  /** Tells whether so much is left that it is a verb, to which somebody can be subject. */
  private boolean isDone(Ending voice, int start) {
    long vowels = plain.substring(0, start).chars().filter(KazakhStemmer::isVowel).count();
    return switch (voice.shape()) {
      case "л" -> vowels >= 2 && isMadeVerb(start);
      case "н", "с" -> vowels >= 3 && isMadeVerb(start);
      default -> vowels >= 2;
    };
  }

  /** Tells whether a stem with a vowel at its end is a verb. */
  private boolean isVerb(int end) {
    return isWhole(end)
        || isMadeVerb(end)
        || NEGATIONS.stream().anyMatch(ending -> ending.start(word, end, special) >= 0);
  }

  private boolean isMadeVerb(int end) {
    return VERBS.stream().anyMatch(ending -> ending.start(word, end, special) >= SHORTEST - 1);
  }

  /** Tells whether a stem would end in қ or ғ behind another consonant, as no Kazakh one does. */
  private boolean isCluster(int end) {
    return end > 1
        && "кг".indexOf(plain.charAt(end - 1)) >= 0
        && !KazakhLetters.isVowel(plain.charAt(end - 2));
  }

  /** Tells whether a stem would end amid the я of other languages' words: компания. */
  private boolean isGlide(int end) {
    return plain.startsWith("ий", end - 2);
  }

  private boolean isKnown(int end) {
    return isWhole(end) || OTHERWISE.containsKey(plain.substring(0, end));
  }

  private static boolean isVowel(int letter) {
    return KazakhLetters.isVowel((char) letter);
  }

  /** What goes on behind an ending that was taken off. */
  private interface Next {
    void at(Ending ending, int start);
  }

  private void off(List<Ending> endings, int end, Next next) {
    if (isWhole(end)) {
      return;
    }
    for (Ending ending : endings) {
      int start = ending.start(word, end, special);
      if (start >= 0 && isStem(start) && isLikely(ending, start)) {
        next.at(ending, start);
      }
    }
  }

  /**
   * Tells whether an ending is one, where the end of a stem looks alike: оқушы is not оқуш and ы,
   * облысы is облыс and ы, мемлекетін is not what somebody does, жылқы and тасқын are whole, абайды
   * is no verb.
   */
  private boolean isLikely(Ending ending, int start) {
    char last = plain.charAt(start - 1);
    return switch (ending.shape()) {
      case "Y", "YмYз", "YңYз" ->
          (last != 'ш' && !isCluster(start)) || Ending.isForeign(word, start) || isKnown(start);
      case "йдY", "ймYн", "йсYң", "йсYз", "ймYз", "йтYн", "п" -> isVerb(start);
      case "AдY" -> !plain.startsWith("йал", start - 3) && !isGlide(start);
      // Without its letters баласын could be what you do.
      case "AсYң" -> special && !isGlide(start);
      case "AмYз", "AсYз", "AмYн" -> !isGlide(start);
      case "сY" ->
          (last != 'ы' && last != 'и') || plain.startsWith("ш", start - 2) || isWhole(start);
      case "AтYн" ->
          start <= SHORTEST
              || (last != 'т' && last != 'к')
              || !KazakhLetters.isVowel(plain.charAt(start - 2));
      default -> true;
    };
  }

  private void stem(int end) {
    boolean listed = isWhole(end);
    if (isDoubtful(end)) {
      return;
    }
    boolean better = listed ? !whole || end > best : !whole && end < best;
    if (better) {
      best = end;
      whole = listed;
    }
  }

  /** Tells whether all that was taken off is the end of names such as Пушкин. */
  private boolean isDoubtful(int end) {
    return !special && plain.length() - end == 2 && plain.startsWith("ин", end) && !isWhole(end);
  }

  private boolean isWhole(int end) {
    return WHOLE.contains(plain.substring(0, end));
  }

  private boolean isStem(int end) {
    if (end < SHORTEST) {
      return SHORT.contains(plain.substring(0, end));
    }
    return plain.substring(0, end).chars().anyMatch(letter -> KazakhLetters.isVowel((char) letter));
  }

  private static Stream<String> read(String name) {
    String path = "/kazakh/" + name + ".txt";
    try (InputStream in = Objects.requireNonNull(KazakhStemmer.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .filter(entry -> !entry.isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }
}
