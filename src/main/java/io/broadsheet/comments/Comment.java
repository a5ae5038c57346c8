package io.broadsheet.comments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wrote under a story.
 *
 * @param id positive; the later, the greater
 * @param article its id
 * @param root the id of the comment that began the thread; null for that one itself
 * @param parent the id of the comment that it answers; null for one that begins a thread
 * @param reader the id of who wrote it
 * @param name under which it was written
 * @param text plain, in lines; never empty
 * @param state how it stands
 * @param rule by which rule it waited for a moderator; null for none
 * @param reason why a moderator took it down; may be empty
 * @param at when it was sent in
 * @param edited when it was changed last; null for never
 * @param replies how many replies the thread shows; 0 for a reply
 * @param ups how many readers found it good
 * @param downs how many did not
 * @param reports how many reports of it nobody has looked at
 */
public record Comment(
    long id,
    long article,
    @Nullable Long root,
    @Nullable Long parent,
    long reader,
    String name,
    String text,
    State state,
    @Nullable Rule rule,
    String reason,
    Instant at,
    @Nullable Instant edited,
    long replies,
    long ups,
    long downs,
    long reports) {

  /** Returns the id of the comment that began its thread, which may be itself. */
  public long thread() {
    return root == null ? id : root;
  }
}
