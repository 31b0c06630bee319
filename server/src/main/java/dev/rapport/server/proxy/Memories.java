package dev.rapport.server.proxy;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.person.UserId;
import io.javalin.http.Context;
import java.util.Optional;

/** What the memory adds to one chat request, and what it is to hear of it. */
final class Memories {
  private final Notes notes;

  Memories(Notes notes) {
    this.notes = notes;
  }

  /**
   * @param splice what to add; empty for nothing
   * @param hearer whom to tell; empty for nobody
   * @param told to the client in {@link ProxyHeaders#MEMORY}; empty for nothing
   */
  record Part(Optional<Splice> splice, Optional<Hearer> hearer, String told) {
    static Part nothing(String told) {
      return new Part(Optional.empty(), Optional.empty(), told);
    }

    static Part none(String why) {
      return nothing("none; " + why);
    }
  }

  /**
   * Who is told of an exchange.
   *
   * @param asked the request, if what was said is to be learned from
   */
  record Hearer(AssistantMemory memory, UserId user, Visitor visitor, Optional<ChatBody> asked) {}

  /**
   * @throws dev.rapport.server.problem.Problem if the caller may not use this person's memory
   */
  Part of(Context request, Visitor visitor, Incoming body) {
    Wanted wanted = Wanted.of(request);
    if (!wanted.adds()) {
      return Part.nothing("off");
    }
    Optional<ChatBody> read = body.whole() ? ChatBody.read(body.head()) : Optional.empty();
    Optional<UserId> user;
    try {
      user = Persons.of(request, read.map(ChatBody::user).orElse(""), visitor);
    } catch (IllegalArgumentException noUser) {
      return Part.none("what names the person is no user id");
    }
    if (user.isEmpty()) {
      return Part.nothing("");
    }
    AssistantMemory memory = visitor.memory(user.get());
    if (read.isEmpty()) {
      return Part.none(body.whole() ? "the body is not a chat request" : "the body is too long");
    }
    if (read.get().messages().isEmpty()) {
      return Part.none("there are no messages");
    }
    Hearer hearer =
        new Hearer(memory, user.get(), visitor, wanted.observes() ? read : Optional.empty());
    return switch (notes.of(memory, user.get())) {
      case Note.Found found ->
          new Part(Optional.of(Splice.of(read.get(), found.text())), Optional.of(hearer), "page");
      case Note.None none -> new Part(Optional.empty(), Optional.of(hearer), "none; " + none.why());
    };
  }
}
