package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;

/**
 * What is breaking.
 *
 * @param stories the newest first; empty where nothing is
 */
public record Breaking(Words words, List<Link> stories) {}
