/** Stories, numbers and rates in from other systems, and stories out: files and the API. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "articles",
      "audience",
      "events",
      "media",
      "rates",
      "search",
      "settings",
      "web"
    })
@org.jspecify.annotations.NullMarked
package io.broadsheet.transfer;
