package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.accounts.SignedIn;
import io.broadsheet.accounts.StaffMember;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Topic;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A request for a screen.
 *
 * @param texts in the language that its reader chose
 * @param path what was asked for, with its query but for the choice of language
 * @param who is signed in; null for nobody, which only the screens of signing in know
 */
record Visit(Texts texts, String path, @Nullable SignedIn who) {

  /** Returns the path that asks for the same in a language. */
  String pathIn(String language) {
    return path + (path.indexOf('?') < 0 ? '?' : '&') + "lang=" + language;
  }

  /** Tells whether the visitor may do this. */
  boolean may(Permission permission) {
    return who != null && who.member().may(permission);
  }

  /**
   * Refuses who may not do this to a story of its topics.
   *
   * @throws ResponseStatusException 403, if the visitor is bound to others
   */
  void admit(Permission permission, Content story) {
    if (!covers(permission, story)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, texts.text("scope.refused"));
    }
  }

  /** Tells whether the visitor may do this to a story of its topics. */
  boolean covers(Permission permission, Content story) {
    List<String> topics = story.topics().stream().map(Topic::slug).toList();
    return member().covers(permission, topics);
  }

  /** Returns who is signed in, on a screen that asks for it. */
  StaffMember member() {
    return Objects.requireNonNull(who, "nobody is signed in").member();
  }
}
