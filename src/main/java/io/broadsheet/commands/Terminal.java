package io.broadsheet.commands;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

/**
 * Where a command's words go, be it this process's streams or a client's at the socket.
 *
 * @param out for results
 * @param err for what went wrong
 * @param gone whether whoever asked has left, so that the command should end at the next record
 */
record Terminal(PrintWriter out, PrintWriter err, BooleanSupplier gone) {}
