/**
 * Pictures: taken in safely, stored once by their content, rendered in the widths that pages use.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"articles", "database", "web"})
@org.jspecify.annotations.NullMarked
package io.broadsheet.media;
