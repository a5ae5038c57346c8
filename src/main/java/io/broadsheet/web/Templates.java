package io.broadsheet.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the templates of one folder, which are compiled with the code. */
public final class Templates {
  private static final int USUAL_LENGTH = 16_384;

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  private final String folder;

  /**
   * Takes the templates of a folder.
   *
   * @param folder below {@code src/main/jte}, such as {@code reader}
   */
  public Templates(String folder) {
    this.folder = folder;
  }

  /** Returns what the template makes of its record. */
  public String render(String template, Object page) {
    StringOutput output = new StringOutput(USUAL_LENGTH);
    engine.render(folder + "/" + template + ".jte", page, output);
    return output.toString();
  }
}
