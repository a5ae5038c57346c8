package io.broadsheet.accounts;

/**
 * Somebody who takes part without belonging to the newsroom.
 *
 * @param id positive; the same as long as the browser keeps its cookie, or wherever the reader has
 *     signed in
 * @param signedIn whether it is known who that is, by one of the ways to sign in
 * @param name the name of the account; empty for one who has not signed in
 */
public record Reader(long id, boolean signedIn, String name) {}
