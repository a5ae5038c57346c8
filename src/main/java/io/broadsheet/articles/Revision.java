package io.broadsheet.articles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an article said for a while.
 *
 * @param version the article's, positive
 * @param since when it began to say so; null where that is not known, which is of the first alone
 * @param content all of it
 */
public record Revision(long version, @Nullable Instant since, Content content) {}
