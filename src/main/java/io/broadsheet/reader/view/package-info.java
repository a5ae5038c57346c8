/** What the page templates show: one record a template, and the words in each language. */
@org.jspecify.annotations.NullMarked
package io.broadsheet.reader.view;
