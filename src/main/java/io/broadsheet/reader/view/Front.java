package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The front page.
 *
 * @param day the day that times without a date in the latest belong to; null where there are none
 * @param lead the first story; null while there is none
 * @param seconds the next stories, up to four
 * @param latest those after them
 * @param all leads to the list of all stories; null while the page shows them all
 */
public record Front(
    Words words,
    @Nullable Moment day,
    @Nullable Item lead,
    List<Item> seconds,
    List<Item> latest,
    @Nullable Link all) {}
