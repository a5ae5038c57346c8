package io.broadsheet.web;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes requests for the framework off the thread that read them, since its handlers may block.
 *
 * <p>With that, what stands around this handler never blocks, and the thread that selects a
 * connection answers it itself: handing each page over to another thread would cost as much again
 * as sending it.
 */
final class Framework extends Handler.Wrapper {

  Framework(Handler framework) {
    super(framework);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    getServer().getThreadPool().execute(() -> answer(request, response, callback));
    return true;
  }

  private void answer(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      }
    } catch (Throwable e) { // whatever it is, the reader must not wait for an answer
      Response.writeError(request, response, callback, e);
    }
  }
}
