/** What the newsroom's templates show, in records of their own. */
@org.jspecify.annotations.NullMarked
package io.broadsheet.newsroom.view;
