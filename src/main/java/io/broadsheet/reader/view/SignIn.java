package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Where readers sign in and out.
 *
 * @param style the path of the forms' style sheet
 * @param script the path of the passkeys' script
 * @param back where to go on; may be empty
 * @param reader the name of who is signed in; null for nobody
 * @param byName whether one may take part without signing in
 * @param byEmail whether a link can be sent
 * @param byPasskey whether there are passkeys
 * @param provider leads to where one signs in elsewhere, and names it; null for nowhere
 * @param email what was typed
 * @param fault what was wrong; null for nothing
 */
public record SignIn(
    Words words,
    String style,
    String script,
    String back,
    @Nullable String reader,
    boolean byName,
    boolean byEmail,
    boolean byPasskey,
    @Nullable Link provider,
    String email,
    @Nullable String fault) {

  /**
   * A link that signs in once.
   *
   * @param path where its form is sent
   * @param account the name of who it signs in; null for who has no account yet
   * @param name a proposal for that one
   * @param fault what was wrong with a name; null for nothing
   */
  public record Once(
      Words words,
      String style,
      String path,
      @Nullable String account,
      String name,
      @Nullable String fault) {}
}
