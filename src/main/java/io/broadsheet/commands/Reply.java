package io.broadsheet.commands;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One line of what the server answers: a line for either stream or, at last, the exit status.
 *
 * @param out a line of results
 * @param err a line of what went wrong
 * @param exit the exit status, after which nothing comes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reply(@Nullable String out, @Nullable String err, @Nullable Integer exit) {
  static Reply out(String line) {
    return new Reply(line, null, null);
  }

  static Reply err(String line) {
    return new Reply(null, line, null);
  }

  static Reply exit(int status) {
    return new Reply(null, null, status);
  }
}
