package dev.rapport.server.rest;

import dev.rapport.person.PersonRef;
import dev.rapport.person.UserId;
import dev.rapport.runtime.People;
import dev.rapport.server.Hosted;
import dev.rapport.server.auth.Caller;
import dev.rapport.server.problem.Problem;
import io.javalin.http.Context;
import java.util.Optional;

/** A request, and what is needed to answer it. */
record Exchange(Context context, Caller caller, Hosted hosted) {
  UserId user() {
    return new UserId(context.pathParam("user"));
  }

  PersonRef person() {
    return new PersonRef(caller.tenant(), user());
  }

  People people() {
    return hosted.people(caller);
  }

  byte[] bytes() {
    return Body.bytes(context, hosted.config().bodyBytes());
  }

  Fields body(String... known) {
    return Fields.of(bytes(), known);
  }

  String path(String name) {
    return context.pathParam(name);
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isBlank());
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name)).filter(value -> !value.isBlank());
  }

  /** A user id, or how one begins. */
  String id(String name) {
    return query(name).map(value -> new UserId(value).value()).orElse("");
  }

  /** A number of the query. */
  long number(String name, long usual, long least, long most) {
    Optional<String> value = query(name);
    if (value.isEmpty()) {
      return usual;
    }
    try {
      long number = Long.parseLong(value.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number that is out of bounds is.
    }
    throw Problem.badRequest(
        "\"%s\" is \"%s\".".formatted(name, value.get()),
        "Write a whole number from %d to %d.".formatted(least, most));
  }
}
