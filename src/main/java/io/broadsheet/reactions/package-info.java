/** One reaction a reader a story, and how many there are. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "accounts",
      "articles",
      "audience",
      "database",
      "events",
      "settings",
      "web"
    })
@org.jspecify.annotations.NullMarked
package io.broadsheet.reactions;
