package dev.rapport.server.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.control.PageRaceException;
import dev.rapport.store.StoreException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with {@code application/problem+json} whatever was thrown. */
public final class Problems {
  public static final String TYPE = "application/problem+json";

  /** The attribute of a request that holds its id. */
  public static final String REQUEST = "rapport.request";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private Problems() {}

  public static void register(RoutesConfig routes) {
    // Javalin answers these in its own way where nobody says otherwise of this very type.
    routes.exception(HttpResponseException.class, (e, context) -> answer(context, of(e)));
    routes.exception(Exception.class, (e, context) -> answer(context, of(e)));
  }

  /** What to say of whatever was thrown. */
  public static Problem of(Exception thrown) {
    return switch (thrown) {
      case Problem problem -> problem;
      case HttpResponseException e -> refused(e);
      case HttpException.RuntimeException e ->
          Problem.of(e.getCode(), "Bad request", reason(e), "Change it and try again.");
      case IllegalArgumentException e -> Problem.badRequest(message(e), "Change it and try again.");
      case PageRaceException e ->
          Problem.of(
                  503,
                  "Page is busy",
                  "The page was changed by others again and again meanwhile.",
                  "Try again in a moment.")
              .retryAfter(1);
      case StoreException e -> away(e);
      default -> unexpected(thrown);
    };
  }

  private static String reason(HttpException.RuntimeException e) {
    @Nullable String reason = e.getReason();
    return reason == null ? message(e) : reason;
  }

  /** Also for streams that have begun, where no status can be sent any more. */
  public static String json(Problem problem) {
    return node(problem).toString();
  }

  private static String json(Problem problem, Context context) {
    @Nullable String request = context.attribute(REQUEST);
    ObjectNode node = node(problem);
    return (request == null ? node : node.put("instance", "urn:rapport:request:" + request))
        .toString();
  }

  private static ObjectNode node(Problem problem) {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", "about:blank");
    node.put("title", problem.title());
    node.put("status", problem.status());
    node.put("detail", problem.detail());
    return node.put("mend", problem.mend());
  }

  /** A fault of ours: what it was stands in the log under the number that the caller gets. */
  private static Problem unexpected(Exception e) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("fault {}: {}", number, withoutWords(e));
    return Problem.of(
        500,
        "Fault",
        "Something failed here that should not.",
        "Try again; if it stays, report fault " + number + ".");
  }

  /** Types and places alone: a message may quote what somebody said. */
  private static String withoutWords(Throwable e) {
    StringBuilder trace = new StringBuilder(e.getClass().getName());
    for (StackTraceElement element : e.getStackTrace()) {
      trace.append("\n  at ").append(element);
    }
    Throwable cause = e.getCause();
    return cause == null || cause.equals(e) ? trace.toString() : trace + "\n" + withoutWords(cause);
  }

  private static void answer(Context context, Problem problem) {
    context.status(problem.status());
    context.contentType(TYPE);
    context.result(json(problem, context));
    if (problem.retrySeconds() > 0) {
      context.header("Retry-After", Long.toString(problem.retrySeconds()));
    }
    if (problem.status() == 401) {
      context.header("WWW-Authenticate", "Bearer");
    }
  }

  private static Problem refused(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 ->
          Problem.notFound(
              "There is nothing at this address.", "/openapi.yaml lists the addresses.");
      case 405 ->
          Problem.of(
              405,
              "Method not allowed",
              "This address does not take that method.",
              "/openapi.yaml lists the methods of each.");
      case 413 ->
          Problem.of(
              413,
              "Too large",
              "The body is larger than this server takes.",
              "Send the conversation in several requests; turns known already are passed over.");
      default -> Problem.of(e.getStatus(), "Refused", message(e), "Change it and try again.");
    };
  }

  private static Problem away(StoreException e) {
    LOG.error("store: {}", withoutWords(e));
    return Problem.of(
            503,
            "Store away",
            "The store cannot be used at the moment.",
            "Try again in a while; what was answered with success is kept.")
        .retryAfter(5);
  }

  private static String message(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
