package dev.rapport.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.server.problem.Problem;
import dev.rapport.server.problem.Problems;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Says as a problem what was wrong with a request that never reached a route. */
final class JettyProblems extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    byte[] body = Problems.json(problem(request, response.getStatus())).getBytes(UTF_8);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private static Problem problem(Request request, int status) {
    String title = HttpStatus.getMessage(status);
    Object said = request.getAttribute(ERROR_MESSAGE);
    return Problem.of(status, title, said == null ? title : said.toString(), mend(status));
  }

  private static String mend(int status) {
    return switch (status) {
      case 414 -> "Send long texts in the body.";
      case 431 -> "Send fewer or shorter headers.";
      case 503 -> "Try again in a while, or at another process.";
      default ->
          status < 500
              ? "Send HTTP/1.1 with ids percent-encoded as UTF-8, none of dots alone or empty."
              : "Try again; if it stays, report it.";
    };
  }
}
