package io.broadsheet.reader.view;

import io.broadsheet.settings.Language;
import java.util.List;

/**
 * The beginning that all pages of a language share.
 *
 * @param style the style sheet; it holds no end tag
 * @param scripts the paths of the scripts
 * @param icon the path of the icon
 */
public record Opening(Language language, String style, List<String> scripts, String icon) {}
