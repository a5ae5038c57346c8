/** Letters that are sent in the background, by the mail server of the settings. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "settings")
@org.jspecify.annotations.NullMarked
package io.broadsheet.mail;
