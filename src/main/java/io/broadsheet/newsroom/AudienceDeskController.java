package io.broadsheet.newsroom;

import io.broadsheet.articles.Articles;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.Placement;
import io.broadsheet.audience.Placements;
import io.broadsheet.audience.TopQuery;
import io.broadsheet.audience.Verdict;
import java.io.IOException;
import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What editors decide on the audience's board; each answer leads back to it. */
@RestController
@ConditionalOnWebApplication
final class AudienceDeskController {
  private final Audience audience;
  private final Placements placements;
  private final Articles articles;

  AudienceDeskController(Audience audience, Placements placements, Articles articles) {
    this.audience = audience;
    this.placements = placements;
    this.articles = articles;
  }

  /** Releases the views of a quarantine, removes them, or holds them again. */
  @PostMapping("/newsroom/audience/quarantines/{id:[1-9][0-9]{0,17}}")
  ResponseEntity<Void> judge(@PathVariable long id, @RequestParam Verdict verdict)
      throws IOException {
    if (!audience.judge(id, verdict)) {
      throw nothing();
    }
    return back(AudienceViews.PATH + "#quarantines");
  }

  /** Pins a story to a list, hides it there, or leaves it to its readers. */
  @PostMapping("/newsroom/audience/{id:[1-9][0-9]{0,17}}/lists")
  ResponseEntity<Void> place(
      @PathVariable long id, @RequestParam String list, @RequestParam String kind) {
    TopQuery.By by = TopQuery.By.of(list).orElseThrow(AudienceDeskController::nothing);
    if (articles.get(id).isEmpty()) {
      throw nothing();
    }
    switch (kind) {
      case "pinned" -> placements.place(id, by, Placement.Kind.PINNED);
      case "hidden" -> placements.place(id, by, Placement.Kind.HIDDEN);
      case "none" -> placements.clear(id, by);
      default -> throw nothing();
    }
    return back(AudienceViews.PATH + "/" + id + "#lists");
  }

  private static ResponseEntity<Void> back(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }

  private static ResponseStatusException nothing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing is there.");
  }
}
