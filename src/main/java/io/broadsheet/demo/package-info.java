/** What makes the demo a living paper: sample stories of today, and readers who are simulated. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"accounts", "articles", "comments"})
@org.jspecify.annotations.NullMarked
package io.broadsheet.demo;
