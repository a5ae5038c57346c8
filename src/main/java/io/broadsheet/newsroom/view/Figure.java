package io.broadsheet.newsroom.view;

/** A number under its name, both as they are shown. */
public record Figure(String name, String number) {}
