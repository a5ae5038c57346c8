/**
 * The Russian language for search: one stem of all forms of a word, by a stemmer and by a
 * dictionary of lemmas.
 *
 * <p>A small library of its own, which knows Lucene and nothing of the portal.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package io.broadsheet.russian;
