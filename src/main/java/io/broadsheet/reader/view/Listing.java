package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of stories.
 *
 * @param title the topic's name
 * @param calendar leads to what was published when; null where the list is not of all stories
 * @param lead the first story, on the first page; null on others
 * @param items the stories after it
 * @param number of the page, from 1
 * @param newer the page before; null on the first
 * @param older the page after; null on the last
 */
public record Listing(
    Words words,
    String title,
    @Nullable Calendar calendar,
    @Nullable Item lead,
    List<Item> items,
    int number,
    @Nullable String newer,
    @Nullable String older) {}
