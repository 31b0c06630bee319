package dev.rapport.server.rest;

import dev.rapport.server.problem.Problem;
import io.javalin.http.Context;
import java.util.List;

/** Turns away addresses that say more than anybody reads, or what no store can hold. */
final class Addresses {
  private Addresses() {}

  static void check(Route route, Context context) {
    context.queryParamMap().forEach((name, values) -> check(route, name, values));
    for (String value : context.pathParamMap().values()) {
      if (value.chars().anyMatch(Character::isISOControl)) {
        throw Problem.badRequest(
            "The address holds a control character.", "Use letters, digits and punctuation.");
      }
    }
  }

  private static void check(Route route, String name, List<String> values) {
    if (!route.queries().contains(name)) {
      throw Problem.badRequest(
          "The address has a parameter \"%s\" that is not known here.".formatted(name),
          route.queries().isEmpty()
              ? "Leave it out; this address takes none."
              : "Leave it out; known are %s.".formatted(String.join(", ", route.queries())));
    }
    if (values.size() > 1) {
      throw Problem.badRequest(
          "The parameter \"%s\" comes %d times.".formatted(name, values.size()), "Send it once.");
    }
  }
}
