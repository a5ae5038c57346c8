/** A news portal in one process: each package below is one feature. */
@org.jspecify.annotations.NullMarked
package io.broadsheet;
