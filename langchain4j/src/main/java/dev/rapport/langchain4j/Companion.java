package dev.rapport.langchain4j;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.rapport.assistant.AssistantMemory;
import dev.rapport.assistant.Exchange;
import dev.rapport.assistant.FailOpen;
import dev.rapport.person.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What happens around the calls of a model, streaming or not. */
record Companion(FailOpen memory, Supplier<UserId> user, Clock clock) {
  static Companion of(AssistantMemory memory, Supplier<UserId> user) {
    return new Companion(Failures.open(memory), user, Clock.systemUTC());
  }

  /**
   * One call of a model.
   *
   * @param request what it is to get
   * @param ended to be told its reply
   */
  record Call(ChatRequest request, Consumer<ChatResponse> ended) {}

  /** Asks who speaks at once: a reply may come on another thread. */
  Call begin(ChatRequest asked) {
    String said = Spoken.last(asked.messages());
    Optional<UserId> person = memory.who(user);
    Instant at = clock.instant();
    return new Call(
        person.map(who -> SystemNote.in(asked, memory.note(who, said))).orElse(asked),
        reply -> person.ifPresent(who -> ended(who, said, reply, at)));
  }

  private void ended(UserId person, String said, ChatResponse reply, Instant at) {
    Spoken.answer(reply)
        .map(answer -> new Exchange(at.toString(), said, answer, at))
        .ifPresent(exchange -> memory.observe(person, exchange));
  }
}
