package dev.rapport.server.proxy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.server.problem.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client is told when the provider gave no reply, in the form its library reads. */
final class UpstreamFailure {
  private static final Logger LOG = LoggerFactory.getLogger(UpstreamFailure.class);

  private static final ObjectMapper JSON = new ObjectMapper();

  private UpstreamFailure() {}

  static void answer(Context context, IOException cause) {
    boolean slow = cause instanceof HttpConnectTimeoutException;
    LOG.warn("proxy upstream=unreachable cause={}", cause.getClass().getName());
    answer(
        context,
        slow ? 504 : 502,
        "upstream_unreachable",
        "the upstream model server gave no reply; check that it runs where this server was told");
  }

  static void refuse(Context context) {
    answer(context, 400, "invalid_request_error", "the path cannot be forwarded; write it plainly");
  }

  /** Who is not let in reads so in the form that their library knows. */
  static void refuse(Context context, Problem problem) {
    answer(context, problem.status(), "rapport_refused", problem.detail() + " " + problem.mend());
  }

  /** A reply that was cut must look cut: a proper end would pass for the whole. */
  static void breakOff(Context context) {
    if (!context.res().isCommitted()) {
      context.res().reset();
      answer(context, 502, "upstream_unreachable", "the upstream broke its reply off; try again");
      return;
    }
    ClientConnection.cut(context);
  }

  private static void answer(Context context, int status, String type, String message) {
    context.status(status);
    context.contentType("application/json");
    ObjectNode error = JSON.createObjectNode();
    error
        .putObject("error")
        .put("message", message)
        .put("type", type)
        .putNull("param")
        .putNull("code");
    context.result(error.toString());
  }
}
