/** Readers' pages: fragments rendered once, stitched from memory, served before the framework. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"articles", "audience", "events", "rates", "settings", "web", "words"})
@org.jspecify.annotations.NullMarked
package io.broadsheet.reader;
