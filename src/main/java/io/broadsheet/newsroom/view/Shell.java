package io.broadsheet.newsroom.view;

import io.broadsheet.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every screen of the newsroom.
 *
 * @param words the interface's texts in the language that was chosen
 * @param site the portal's name
 * @param title of the screen
 * @param sections the newsroom's parts, the present one being current
 * @param account leads to the account of who is signed in, by the name; null for nobody
 * @param languages leads to the same screen in each language, with its code
 * @param style the path of the stylesheet
 * @param scripts the paths of the scripts, in their order
 * @param icon the path of the icon
 * @param late leads to stories that should have appeared and have not
 * @param warnings what an operator should see to, in English
 */
public record Shell(
    Words words,
    String site,
    String title,
    List<Link> sections,
    @Nullable Link account,
    List<Choice> languages,
    String style,
    List<String> scripts,
    String icon,
    List<Link> late,
    List<String> warnings) {

  /** A language to choose, by its own name. */
  public record Choice(String path, String code, String name, boolean current) {}
}
