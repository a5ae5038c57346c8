package io.broadsheet.accounts;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works in the newsroom.
 *
 * @param id positive, for good
 * @param name unique
 * @param topics the slugs of the topics that the member is bound to; none for all
 * @param added when the member came
 * @param suspended since when the member may not enter; null for who may
 */
public record StaffMember(
    long id,
    String name,
    Role role,
    Set<String> topics,
    Instant added,
    @Nullable Instant suspended) {
  public StaffMember {
    topics = Set.copyOf(topics);
  }

  /** Tells whether the member may do this at all. */
  public boolean may(Permission permission) {
    return suspended == null && role.permissions().contains(permission);
  }

  /**
   * Tells whether stories of these topics are the member's to work at.
   *
   * <p>A story that has no topic yet is everybody's to write, but only who is bound to none decides
   * on it.
   *
   * @param permission what the member would do
   * @param storyTopics slugs
   */
  public boolean covers(Permission permission, Collection<String> storyTopics) {
    boolean free = topics.isEmpty() || (storyTopics.isEmpty() && permission == Permission.WRITE);
    return may(permission) && (free || !Collections.disjoint(topics, storyTopics));
  }
}
