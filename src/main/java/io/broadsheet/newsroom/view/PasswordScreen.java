package io.broadsheet.newsroom.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a password is set together with a device that makes codes.
 *
 * @param shell what surrounds it
 * @param path of this very screen
 * @param name the member's
 * @param setup the device's id
 * @param qr its address as a drawing
 * @param secret its secret, to type
 * @param fault what was wrong, a sentence; null for nothing
 */
public record PasswordScreen(
    Shell shell,
    String path,
    String name,
    String setup,
    String qr,
    String secret,
    @Nullable String fault) {

  /**
   * Codes to print, shown this once.
   *
   * @param shell what surrounds them
   * @param path of the form that made them
   */
  public record Codes(Shell shell, String path, List<String> codes) {}
}
