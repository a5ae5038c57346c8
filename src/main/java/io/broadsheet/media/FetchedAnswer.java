package io.broadsheet.media;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a host answered.
 *
 * @param location where it leads on to; null where it does not
 * @param body the file; empty where it leads on
 */
record FetchedAnswer(@Nullable String location, ByteArrayOutputStream body) {}
