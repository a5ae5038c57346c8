package io.broadsheet.reader.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that converts an amount of money.
 *
 * @param path that answers it
 * @param city whose offices are asked; empty for all
 * @param amount as it was typed
 * @param answer null as long as nothing was asked
 */
public record Converter(
    String path,
    String city,
    String amount,
    List<Option> from,
    List<Option> to,
    List<Option> rates,
    @Nullable Answer answer) {

  /** One of a list to choose from. */
  public record Option(String value, String text, boolean chosen) {}

  /**
   * What comes of a question.
   *
   * @param fault whether it could not be answered, and the sentence says why
   * @param details by which rates, and how it is rounded
   */
  public record Answer(boolean fault, String sentence, List<String> details) {}
}
