package io.broadsheet.newsroom.view;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody signs in.
 *
 * @param shell what surrounds it
 * @param path of this very screen
 * @param to where to go from here
 * @param name what was typed before
 * @param fault what went wrong, a sentence; null for nothing
 * @param nobody whether nobody works here yet
 */
public record SignInScreen(
    Shell shell, String path, String to, String name, @Nullable String fault, boolean nobody) {

  /**
   * Where a one-time link leads.
   *
   * @param shell what surrounds it
   * @param path of this very screen
   * @param link the secret
   * @param as the button's text, with the member's name
   */
  public record Enter(Shell shell, String path, String link, String as) {}
}
