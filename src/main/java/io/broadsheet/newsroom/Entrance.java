package io.broadsheet.newsroom;

import io.broadsheet.accounts.Sessions;
import io.broadsheet.accounts.SignedIn;
import io.broadsheet.accounts.StaffMember;
import io.broadsheet.accounts.StaffSession;
import io.broadsheet.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.springframework.http.HttpHeaders;

/** Where sessions begin and end: whoever comes in gets a new one, and the one before ends. */
final class Entrance {
  private final Sessions sessions;
  private final SessionCookie cookie;

  Entrance(Sessions sessions, SessionCookie cookie) {
    this.sessions = sessions;
    this.cookie = cookie;
  }

  /** Signs a member in to the browser that sent a request. */
  void open(
      StaffMember member,
      StaffSession.Way way,
      HttpServletRequest request,
      HttpServletResponse response) {
    SessionCookie.of(request).flatMap(sessions::find).ifPresent(this::end);
    String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    String address =
        ClientAddress.of(ServletContextRequest.getServletContextRequest(request)).getHostAddress();
    cookie.set(response, sessions.begin(member, way, agent, address));
  }

  /** Signs out who visits. */
  void close(Visit visit, HttpServletResponse response) {
    if (visit.who() != null) {
      end(visit.who());
    }
    cookie.clear(response);
  }

  private void end(SignedIn who) {
    sessions.end(who.member(), who.session(), who.getName());
  }
}
