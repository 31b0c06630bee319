package dev.rapport.spring;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.assistant.Exchange;
import dev.rapport.assistant.FailOpen;
import dev.rapport.person.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.ai.chat.client.ChatClientMessageAggregator;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.api.Advisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisor;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Puts the person's page into the system message, and hands on what was said with the final answer.
 * Who it is says a parameter, apart from the conversation's id:
 *
 * <pre>{@code
 * client.prompt(words).advisors(a -> a.param(RapportAdvisor.USER, id)).call().content();
 * }</pre>
 *
 * Without the parameter everything passes through. It stands outside chat memory and the calling of
 * tools, so the page is never stored with a conversation, and an exchange is handed on once. A
 * memory that fails is logged, and the chat goes on. Safe for several threads.
 */
public final class RapportAdvisor implements CallAdvisor, StreamAdvisor {
  /** The parameter that names the user. */
  public static final String USER = "rapport.user";

  /** Outside chat memory. */
  public static final int ORDER = Advisor.DEFAULT_CHAT_MEMORY_PRECEDENCE_ORDER - 100;

  private final FailOpen memory;
  private final Clock clock;

  private RapportAdvisor(FailOpen memory, Clock clock) {
    this.memory = memory;
    this.clock = clock;
  }

  public static RapportAdvisor of(AssistantMemory memory) {
    return new RapportAdvisor(Failures.open(memory), Clock.systemUTC());
  }

  @Override
  public String getName() {
    return "rapport";
  }

  @Override
  public int getOrder() {
    return ORDER;
  }

  @Override
  public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
    Advised advised = advise(request);
    ChatClientResponse response = chain.nextCall(advised.request());
    advised.ended().accept(response);
    return response;
  }

  @Override
  public Flux<ChatClientResponse> adviseStream(
      ChatClientRequest request, StreamAdvisorChain chain) {
    return Mono.fromCallable(() -> advise(request))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMapMany(
            advised ->
                new ChatClientMessageAggregator()
                    .aggregateChatClientResponse(
                        chain.nextStream(advised.request()), advised.ended()));
  }

  /** What goes on, and who is to be told of the end. */
  private record Advised(ChatClientRequest request, Consumer<ChatClientResponse> ended) {}

  private Advised advise(ChatClientRequest request) {
    return Optional.ofNullable(request.context().get(USER))
        .flatMap(id -> memory.who(() -> new UserId(id.toString())))
        .map(person -> advise(request, person))
        .orElseGet(() -> new Advised(request, response -> {}));
  }

  private Advised advise(ChatClientRequest request, UserId person) {
    String said = Spoken.last(request.prompt().getInstructions());
    String note = memory.note(person, said);
    Instant at = clock.instant();
    return new Advised(
        note.isEmpty() ? request : request.mutate().prompt(with(request.prompt(), note)).build(),
        response ->
            Spoken.answer(response)
                .map(answer -> new Exchange(at.toString(), said, answer, at))
                .ifPresent(exchange -> memory.observe(person, exchange)));
  }

  /** By a function: the method that takes a text puts it in the place of what was there. */
  private static Prompt with(Prompt prompt, String note) {
    return prompt.augmentSystemMessage(system -> with(system, note));
  }

  private static SystemMessage with(SystemMessage system, String note) {
    String text = system.getText();
    if (text == null || text.isBlank()) {
      return system.mutate().text(note).build();
    }
    return text.contains(note) ? system : system.mutate().text(text + "\n\n" + note).build();
  }
}
