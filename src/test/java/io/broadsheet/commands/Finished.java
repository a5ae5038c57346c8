package io.broadsheet.commands;

/**
 * What a command left behind when its process ended.
 *
 * @param status its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Finished(int status, String out, String err) {}
