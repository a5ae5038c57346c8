package io.broadsheet.newsroom.view;

import io.broadsheet.words.Words;
import java.util.List;

/**
 * What surrounds every screen of the newsroom.
 *
 * @param words the interface's texts in the language that was chosen
 * @param site the portal's name
 * @param title of the screen
 * @param sections the newsroom's parts, the present one being current
 * @param languages leads to the same screen in each language, with its code
 * @param style the path of the stylesheet
 * @param scripts the paths of the scripts, in their order
 * @param icon the path of the icon
 * @param warnings what an operator should see to, in English
 */
public record Shell(
    Words words,
    String site,
    String title,
    List<Link> sections,
    List<Choice> languages,
    String style,
    List<String> scripts,
    String icon,
    List<String> warnings) {

  /** A language to choose, by its own name. */
  public record Choice(String path, String code, String name, boolean current) {}
}
