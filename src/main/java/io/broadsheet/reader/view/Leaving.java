package io.broadsheet.reader.view;

import io.broadsheet.words.Words;

/**
 * The question that comes before an account is deleted.
 *
 * @param name of the account
 */
public record Leaving(Words words, String name) {}
