package io.broadsheet.reader.view;

/**
 * A time as machines and readers read it.
 *
 * @param machine for the {@code datetime} attribute
 * @param shown in the site's time zone and the page's language
 */
public record Moment(String machine, String shown) {}
