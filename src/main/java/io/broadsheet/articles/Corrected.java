package io.broadsheet.articles;

import java.util.List;

/**
 * A correction, as the list of all of them shows it.
 *
 * @param story what was corrected, as it is now
 * @param n which of the story's corrections it is, from 0
 * @param correction when, and what was wrong
 * @param changes the lines that changed with it; empty where that is not known
 */
public record Corrected(
    Teaser story, int n, Correction correction, List<List<TextDiff.Piece>> changes) {}
