package io.broadsheet.newsroom;

import io.broadsheet.accounts.NewMember;
import io.broadsheet.accounts.Role;
import io.broadsheet.accounts.SignInLinks;
import io.broadsheet.accounts.Staff;
import io.broadsheet.accounts.StaffChange;
import io.broadsheet.accounts.StaffMember;
import io.broadsheet.articles.Topic;
import io.broadsheet.newsroom.view.StaffScreen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /newsroom/staff} and {@code /newsroom/audit}: who works here, and who did what. */
@RestController
@ConditionalOnWebApplication
final class StaffController {
  private static final String PATH = "/newsroom/staff";
  private static final String ID = "/{id:[1-9][0-9]{0,17}}";

  private final Newsroom newsroom;
  private final StaffViews views;
  private final Staff staff;
  private final SignInLinks links;

  StaffController(Newsroom newsroom, StaffViews views, Staff staff, SignInLinks links) {
    this.newsroom = newsroom;
    this.views = views;
    this.staff = staff;
    this.links = links;
  }

  @GetMapping(PATH)
  ResponseEntity<String> list(HttpServletRequest request, HttpServletResponse response) {
    return screen(newsroom.visit(request, response), HttpStatus.OK, null, null, response);
  }

  /** Adds a member, and shows the one-time link to hand over. */
  @PostMapping(PATH)
  ResponseEntity<String> add(
      @RequestParam String name,
      @RequestParam String role,
      @RequestParam(defaultValue = "") String topics,
      @RequestHeader(HttpHeaders.HOST) @Nullable String host,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    String actor = visit.member().name();
    return switch (staff.add(name, role(role), topics(topics), actor)) {
      case NewMember.Added(StaffMember member) -> showLink(visit, member, host, response);
      case NewMember.UnfitName() -> unfit(visit, "staff.unfitname", response);
      case NewMember.NameTaken() -> unfit(visit, "staff.nametaken", response);
    };
  }

  /** Gives a member another role or other topics. */
  @PostMapping(PATH + ID)
  ResponseEntity<?> change(
      @PathVariable long id,
      @RequestParam String role,
      @RequestParam(defaultValue = "") String topics,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    return answer(
        visit, staff.change(id, role(role), topics(topics), visit.member().name()), response);
  }

  @PostMapping(PATH + ID + "/suspend")
  ResponseEntity<?> suspend(
      @PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    return answer(visit, staff.suspend(id, visit.member().name()), response);
  }

  @PostMapping(PATH + ID + "/resume")
  ResponseEntity<?> resume(
      @PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    return answer(visit, staff.resume(id, visit.member().name()), response);
  }

  /** Makes a one-time link for a member, in place of the one before. */
  @PostMapping(PATH + ID + "/link")
  ResponseEntity<String> link(
      @PathVariable long id,
      @RequestHeader(HttpHeaders.HOST) @Nullable String host,
      HttpServletRequest request,
      HttpServletResponse response) {
    StaffMember member =
        staff
            .find(id)
            .filter(one -> one.suspended() == null)
            .orElseThrow(StoriesController::nothing);
    return showLink(newsroom.visit(request, response), member, host, response);
  }

  @GetMapping("/newsroom/audit")
  ResponseEntity<String> audit(
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      HttpServletRequest request,
      HttpServletResponse response) {
    return newsroom.screen(
        response, "audit", views.audit(newsroom.visit(request, response), before));
  }

  private ResponseEntity<String> showLink(
      Visit visit, StaffMember member, @Nullable String host, HttpServletResponse response) {
    String secret = links.make(member, visit.member().name());
    String site = newsroom.site().url() == null ? "http://" + host : newsroom.site().url() + "";
    String base = site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
    return screen(
        visit,
        HttpStatus.OK,
        views.handOver(visit, member, base + "/newsroom/enter?link=" + secret),
        null,
        response);
  }

  private ResponseEntity<?> answer(Visit visit, StaffChange change, HttpServletResponse response) {
    return switch (change) {
      case DONE -> StoriesController.to(PATH);
      case MISSING -> throw StoriesController.nothing();
      case LAST_ADMINISTRATOR -> unfit(visit, "staff.last", response);
    };
  }

  private ResponseEntity<String> unfit(Visit visit, String key, HttpServletResponse response) {
    return screen(visit, HttpStatus.UNPROCESSABLE_CONTENT, null, visit.texts().text(key), response);
  }

  private ResponseEntity<String> screen(
      Visit visit,
      HttpStatus status,
      StaffScreen.@Nullable HandOver link,
      @Nullable String fault,
      HttpServletResponse response) {
    ResponseEntity<String> screen =
        newsroom.screen(response, "staff", views.staff(visit, link, fault));
    return ResponseEntity.status(status).headers(screen.getHeaders()).body(screen.getBody());
  }

  private static Role role(String code) {
    return Role.of(code).orElseThrow(StoriesController::nothing);
  }

  private static Set<String> topics(String typed) {
    return Arrays.stream(typed.split(","))
        .filter(topic -> !topic.isBlank())
        .map(topic -> Topic.named(topic.strip()).slug())
        .collect(Collectors.toUnmodifiableSet());
  }
}
