package io.broadsheet.reader.view;

import io.broadsheet.settings.Language;

/**
 * The rates board as a page to be shown within pages of other sites.
 *
 * @param style its style sheet; it holds no end tag
 * @param site what the portal is called
 * @param all leads to the page of all offices
 */
public record RatesWidget(
    Language language, String style, String site, RatesBoard board, String all) {}
