package io.broadsheet.reader;

import io.broadsheet.accounts.Reader;
import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.comments.Comments;
import io.broadsheet.reader.view.Leaving;
import io.broadsheet.reader.view.Link;
import io.broadsheet.reader.view.Spoken;
import io.broadsheet.settings.Language;
import io.broadsheet.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /reader/account/delete}: a reader deletes the account, with or without what it said. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/reader/account/delete")
final class OwnAccountController {
  private final House house;
  private final Comments comments;
  private final ReaderCookie cookie;
  private final PersonalPages pages;

  OwnAccountController(House house, Comments comments, ReaderCookie cookie, PersonalPages pages) {
    this.house = house;
    this.comments = comments;
    this.cookie = cookie;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<byte[]> ask(
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
    Language language = pages.language(lang);
    Words words = house.in(language).words();
    return account(request)
        .map(
            reader ->
                pages.page(
                    HttpStatus.OK,
                    language,
                    words.text("leave.title"),
                    "leaving",
                    new Leaving(words, reader.name())))
        .orElseGet(() -> TalkController.seeOther("/reader?lang=" + language.code()));
  }

  /**
   * Deletes the account, if both questions of the form are answered.
   *
   * @param choice "keep" or "delete", of what was written
   */
  @PostMapping
  ResponseEntity<byte[]> delete(
      @RequestParam(defaultValue = "") String sure,
      @RequestParam(name = "words", defaultValue = "") String choice,
      @RequestParam(required = false) @Nullable String lang,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Reader> account = account(request);
    boolean keep = choice.equals("keep");
    if (account.isEmpty() || !sure.equals("yes") || !(keep || choice.equals("delete"))) {
      return ask(lang, request);
    }
    long reader = account.get().id();
    cookie.leave(reader, !keep, comments.isBanned(reader), response);
    Language language = pages.language(lang);
    Words words = house.in(language).words();
    Spoken told =
        new Spoken(
            words,
            words.text("leave.done"),
            words.text(keep ? "leave.done.kept" : "leave.done.deleted"),
            Link.to(House.home(language), words.text("home")),
            null);
    return pages.page(HttpStatus.OK, language, words.text("leave.done"), "spoken", told);
  }

  private Optional<Reader> account(HttpServletRequest request) {
    return cookie.reader(request).filter(Reader::signedIn);
  }
}
