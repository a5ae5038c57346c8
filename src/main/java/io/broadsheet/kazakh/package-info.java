/**
 * The Kazakh language for search: words in any of its alphabets, and the stems of inflected words.
 *
 * <p>A small library of its own, which knows Lucene and nothing of the portal.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package io.broadsheet.kazakh;
