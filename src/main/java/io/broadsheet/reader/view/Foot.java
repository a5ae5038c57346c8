package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;

/** What every page ends in. */
public record Foot(Words words, String site, String home, List<Link> links, String clock) {}
