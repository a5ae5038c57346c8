package io.broadsheet.comments;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /api/v1/discussion}: all comments, in whatever state, one JSON object a line, for who
 * has an API key.
 */
@RestController
@ConditionalOnWebApplication
final class DiscussionController {
  private static final int AT_ONCE = 1_000;

  private final Comments comments;
  private final JsonMapper json;

  DiscussionController(Comments comments, JsonMapper json) {
    this.comments = comments;
    this.json = json;
  }

  @GetMapping("/api/v1/discussion")
  void export(@Nullable Principal holder, HttpServletResponse response) throws IOException {
    if (holder == null) {
      throw new ResponseStatusException(
          HttpStatus.UNAUTHORIZED, "Send an API key: Authorization: Bearer, then the key.");
    }
    response.setContentType("application/jsonl");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // Page by page: a slow program holds neither the database nor all comments in memory.
    try (OutputStream out = new BufferedOutputStream(response.getOutputStream())) {
      long last = 0;
      List<Comment> page;
      do {
        page = comments.after(last, AT_ONCE);
        for (Comment comment : page) {
          out.write(json.writeValueAsBytes(comment));
          out.write('\n');
          last = comment.id();
        }
      } while (page.size() == AT_ONCE);
    }
  }
}
