package io.broadsheet.articles;

import io.broadsheet.events.Event;
import io.broadsheet.settings.Language;

/**
 * Editors put other stories first on the front page of a language, or the time of one has come or
 * passed.
 */
public record FrontChanged(Language language) implements Event {}
