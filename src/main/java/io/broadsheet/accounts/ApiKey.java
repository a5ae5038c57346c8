package io.broadsheet.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that a program writes with, without its secret.
 *
 * @param name who it was given to, unique
 * @param prefix how the secret begins, to tell keys apart
 * @param created when it was given
 * @param used when it last opened the door, to the minute; null for never
 */
public record ApiKey(String name, String prefix, Instant created, @Nullable Instant used) {}
