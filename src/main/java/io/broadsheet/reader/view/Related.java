package io.broadsheet.reader.view;

import java.util.List;

/** Stories of the same topic. */
public record Related(Words words, List<Item> items) {}
