package io.broadsheet.reader;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the page templates, which are compiled with the code. */
final class Templates {
  private static final int USUAL_LENGTH = 16_384;

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /** Returns what the template makes of its record. */
  String render(String template, Object page) {
    StringOutput output = new StringOutput(USUAL_LENGTH);
    engine.render("reader/" + template + ".jte", page, output);
    return output.toString();
  }
}
