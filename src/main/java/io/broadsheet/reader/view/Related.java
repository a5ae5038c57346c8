package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;

/** Stories of the same topic. */
public record Related(Words words, List<Item> items) {}
