package io.broadsheet.newsroom.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who did what.
 *
 * @param shell what surrounds it
 * @param path of this very screen
 * @param rows the newest first
 * @param older the path of the rows before; null at the end
 */
public record AuditScreen(Shell shell, String path, List<Row> rows, @Nullable String older) {

  /** One deed: when, who, what, to what, what was there before, and what after. */
  public record Row(
      String at, String actor, String action, String subject, String before, String after) {}
}
