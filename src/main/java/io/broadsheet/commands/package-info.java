/** The command line: what an operator types, and who owns the data folder while it runs. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "accounts",
      "articles",
      "audience",
      "audit",
      "database",
      "demo",
      "events",
      "rates",
      "settings",
      "transfer",
      "web"
    })
@org.jspecify.annotations.NullMarked
package io.broadsheet.commands;
