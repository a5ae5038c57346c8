package io.broadsheet.reader.view;

import io.broadsheet.settings.Language;

/**
 * The beginning that all pages of a language share.
 *
 * @param style the style sheet; it holds no end tag
 * @param script the path of the script
 * @param icon the path of the icon
 */
public record Opening(Language language, String style, String script, String icon) {}
