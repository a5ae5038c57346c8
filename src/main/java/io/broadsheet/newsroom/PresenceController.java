package io.broadsheet.newsroom;

import io.broadsheet.articles.ReviewNotes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code …/here}: a story's screen says that it is open, and learns who else has it open. */
@RestController
@ConditionalOnWebApplication
final class PresenceController {
  private final Newsroom newsroom;
  private final Presence presence;
  private final ReviewNotes notes;

  PresenceController(Newsroom newsroom, Presence presence, ReviewNotes notes) {
    this.newsroom = newsroom;
    this.notes = notes;
    this.presence = presence;
  }

  /**
   * Who else is there.
   *
   * @param text a sentence; empty for nobody
   * @param notes how many notes on the story are open
   */
  record Others(String text, long notes) {}

  @PostMapping("/newsroom/stories/{id:[1-9][0-9]{0,17}}/here")
  Others here(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    List<String> names = presence.here(id, visit.member());
    return new Others(
        names.isEmpty() ? "" : visit.texts().text("edit.here", String.join(", ", names)),
        notes.of(id).stream().filter(note -> note.settledBy() == null).count());
  }
}
