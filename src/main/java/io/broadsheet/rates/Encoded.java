package io.broadsheet.rates;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads text in the encoding that it says it has, and nothing that is not text of that encoding.
 *
 * <p>A byte order mark, the XML declaration and the header {@code Content-Type} may each name it;
 * where two of them differ one is wrong, and guessing would show readers other letters than were
 * meant. Text that says nothing is UTF-8.
 */
final class Encoded {
  private static final int HEAD = 512;
  private static final Pattern DECLARATION =
      Pattern.compile("^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");
  private static final Pattern WEB_PAGE =
      Pattern.compile("^\\s*<(!doctype\\s+html|html)\\b", Pattern.CASE_INSENSITIVE);

  private Encoded() {}

  /**
   * Opens text.
   *
   * @param header what the {@code Content-Type} says of the encoding; null for nothing
   * @return a reader that fails with {@link java.nio.charset.CharacterCodingException} at what is
   *     no text of the encoding
   * @throws SourceFailure if there is nothing, a web page, or the encoding is contradictory
   */
  static Reader open(InputStream bytes, @Nullable String header) throws IOException, SourceFailure {
    BufferedInputStream in = new BufferedInputStream(bytes);
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    if (head.length == 0) {
      throw new SourceFailure("There is nothing in it.");
    }
    Charset marked = marked(head);
    int mark = marked == null ? 0 : marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
    Charset asText = marked == null ? StandardCharsets.ISO_8859_1 : marked;
    String beginning = new String(head, mark, head.length - mark, asText);
    if (WEB_PAGE.matcher(beginning).find()) {
      throw new SourceFailure("It is a web page (HTML) where rates should be.");
    }
    if (beginning.isBlank() && head.length < HEAD) {
      throw new SourceFailure("There is nothing in it.");
    }
    Matcher declaration = DECLARATION.matcher(beginning);
    String declared = declaration.find() ? declaration.group(1) : null;
    Charset charset = agreed(marked, charset(declared), charset(header));
    in.skipNBytes(mark);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Charset agreed(@Nullable Charset... named) throws SourceFailure {
    Charset agreed = null;
    for (Charset charset : named) {
      if (charset != null && agreed != null && !isSame(agreed, charset)) {
        throw new SourceFailure(
            "It is said to be in " + agreed + " and in " + charset + ": one of them is wrong.");
      }
      agreed = agreed == null ? charset : agreed;
    }
    return agreed == null ? StandardCharsets.UTF_8 : agreed;
  }

  /** A declaration of UTF-16 leaves to the mark which of the two it is. */
  private static boolean isSame(Charset one, Charset other) {
    return one.equals(other)
        || (one.name().startsWith("UTF-16") && other.equals(StandardCharsets.UTF_16));
  }

  private static @Nullable Charset marked(byte[] head) {
    if (head.length >= 3
        && head[0] == (byte) 0xef
        && head[1] == (byte) 0xbb
        && head[2] == (byte) 0xbf) {
      return StandardCharsets.UTF_8;
    }
    if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    return null;
  }

  private static @Nullable Charset charset(@Nullable String name) throws SourceFailure {
    if (name == null) {
      return null;
    }
    try {
      return Charset.forName(name.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new SourceFailure(
          "Its encoding “" + InvalidQuote.shortened(name) + "” is not known.", e);
    }
  }
}
