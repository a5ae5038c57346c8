/** What currencies are bought and sold for: quotes of exchange offices, and the board of them. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"audit", "database", "events", "settings", "web"})
@org.jspecify.annotations.NullMarked
package io.broadsheet.rates;
