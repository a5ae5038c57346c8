/** Finding stories by their words: an index derived from the database, and questions to it. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "articles",
      "database",
      "events",
      "kazakh",
      "russian",
      "settings",
      "web"
    })
@org.jspecify.annotations.NullMarked
package io.broadsheet.search;
