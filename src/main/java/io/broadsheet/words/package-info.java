/** Interface texts: in which language, in which words, by which rules of plural. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "settings")
@org.jspecify.annotations.NullMarked
package io.broadsheet.words;
