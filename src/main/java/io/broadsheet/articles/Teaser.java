package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of an article.
 *
 * @param id its article's
 * @param language its article's
 * @param path of its page: ASCII, beginning with a slash
 * @param emoji a marker before the headline; null for none
 * @param topic the first topic; null for none
 * @param picture the lead picture; null for none
 * @param published when it was first published
 * @param updated when it last changed for readers
 */
public record Teaser(
    long id,
    Language language,
    String path,
    @Nullable String emoji,
    String headline,
    String lede,
    @Nullable Topic topic,
    @Nullable Picture picture,
    Instant published,
    Instant updated) {}
