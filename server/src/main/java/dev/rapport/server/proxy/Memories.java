package dev.rapport.server.proxy;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.person.UserId;
import io.javalin.http.Context;
import java.util.Optional;

/** What the memory adds to one chat request, and what it is to hear of it. */
final class Memories {
  private final MemoryDesk desk;
  private final Persons persons;
  private final Notes notes;

  Memories(MemoryDesk desk, Notes notes) {
    this.desk = desk;
    this.persons = new Persons(desk);
    this.notes = notes;
  }

  /**
   * @param splice what to add; empty for nothing
   * @param hearer whom to tell; empty for nobody
   * @param told to the client in {@link ProxyHeaders#MEMORY}; empty for nothing
   */
  record Part(Optional<Splice> splice, Optional<Hearer> hearer, String told) {
    static Part none(String why) {
      return new Part(Optional.empty(), Optional.empty(), "none; " + why);
    }
  }

  /** Who hears an exchange. */
  record Hearer(AssistantMemory memory, UserId user, ChatBody asked) {}

  /**
   * @throws io.javalin.http.HttpResponseException if the caller may not use this person's memory
   */
  Part of(Context request, Incoming body) {
    Wanted wanted = Wanted.of(request);
    if (!wanted.adds()) {
      return new Part(Optional.empty(), Optional.empty(), "off");
    }
    Optional<ChatBody> read = body.whole() ? ChatBody.read(body.head()) : Optional.empty();
    try {
      Optional<UserId> user = persons.of(request, read.map(ChatBody::user).orElse(""));
      if (user.isEmpty()) {
        return new Part(Optional.empty(), Optional.empty(), "");
      }
      AssistantMemory memory = desk.memory(request, user.get());
      if (read.isEmpty()) {
        return Part.none(body.whole() ? "the body is not a chat request" : "the body is too long");
      }
      return of(memory, user.get(), read.get(), wanted);
    } catch (IllegalArgumentException noUser) {
      return Part.none("what names the person is no user id");
    }
  }

  private Part of(AssistantMemory memory, UserId user, ChatBody asked, Wanted wanted) {
    Optional<Hearer> hearer =
        wanted.observes() ? Optional.of(new Hearer(memory, user, asked)) : Optional.empty();
    if (asked.messages().isEmpty()) {
      return Part.none("there are no messages");
    }
    return switch (notes.of(memory, user)) {
      case Note.Found found ->
          new Part(Optional.of(Splice.of(asked, found.text())), hearer, "page");
      case Note.None none -> new Part(Optional.empty(), hearer, "none; " + none.why());
    };
  }
}
