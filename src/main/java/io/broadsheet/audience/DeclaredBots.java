package io.broadsheet.audience;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Knows programs that say in their {@code User-Agent} that they are no readers.
 *
 * <p>The words of the list are looked for all at once, by the automaton of Aho and Corasick
 * ("Efficient string matching", 1975): each character of the agent costs one step whatever the
 * length of the list, and nothing needs to be remembered by agent. Upper and lower case are the
 * same; other than ASCII matches nothing.
 */
final class DeclaredBots {
  private static final String LIST = "/audience/declared-bots.txt";
  private static final int ALPHABET = 128;

  private final char[] next;
  private final boolean[] found;

  /** Looks for these words, each of which is ASCII. */
  DeclaredBots(List<String> words) {
    int states = 1 + words.stream().mapToInt(String::length).sum();
    if (states > Character.MAX_VALUE) {
      throw new IllegalArgumentException("the list is too long");
    }
    next = new char[states * ALPHABET];
    found = new boolean[states];
    int used = 1;
    for (String word : words) {
      used = add(word.toLowerCase(Locale.ROOT), used);
    }
    link(used);
  }

  /** Reads the list that comes with Broadsheet. */
  static DeclaredBots listed() {
    try (InputStream list = DeclaredBots.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException("the list of declared bots is missing: " + LIST);
      }
      String text = new String(list.readAllBytes(), StandardCharsets.US_ASCII);
      return new DeclaredBots(
          text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new IllegalStateException("the list of declared bots cannot be read", e);
    }
  }

  /** Tells whether this agent says that it is a program. */
  boolean declares(String agent) {
    int state = 0;
    for (int i = 0; i < agent.length(); i++) {
      char c = agent.charAt(i);
      state = c < ALPHABET ? next[state * ALPHABET + c] : 0;
      if (found[state]) {
        return true;
      }
    }
    return false;
  }

  private int add(String word, int used) {
    int state = 0;
    int free = used;
    for (int i = 0; i < word.length(); i++) {
      int edge = state * ALPHABET + word.charAt(i);
      if (next[edge] == 0) {
        next[edge] = (char) free++;
      }
      state = next[edge];
    }
    found[state] = true;
    return free;
  }

  /** Lets each state go on where the longest end of what was read goes on. */
  private void link(int states) {
    int[] fallback = new int[states];
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
    while (!queue.isEmpty()) {
      int state = queue.remove();
      found[state] |= found[fallback[state]];
      for (int c = 0; c < ALPHABET; c++) {
        int edge = state * ALPHABET + c;
        int instead = state == 0 ? 0 : next[fallback[state] * ALPHABET + c];
        if (next[edge] == 0) {
          next[edge] = (char) instead;
        } else {
          fallback[next[edge]] = instead;
          queue.add((int) next[edge]);
        }
      }
    }
    for (int state = 0; state < states; state++) {
      int row = state * ALPHABET;
      System.arraycopy(Arrays.copyOfRange(next, row + 'a', row + 'z' + 1), 0, next, row + 'A', 26);
    }
  }
}
