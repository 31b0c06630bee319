package dev.rapport.langchain4j;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.ChatRequestOptions;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.rapport.assistant.AssistantMemory;
import dev.rapport.person.UserId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A model that knows whom it talks to: the person's page is put into the system message, and what
 * was said last is handed on with the final answer. Everything else passes through as it is.
 *
 * <p>For use without AI services; with them, take {@link RapportNote} and {@link RapportListeners},
 * which know the memory id. Safe for several threads where the model is.
 */
public final class RapportChatModel implements ChatModel {
  private final ChatModel model;
  private final Companion companion;

  private RapportChatModel(ChatModel model, Companion companion) {
    this.model = model;
    this.companion = companion;
  }

  /** For one person. */
  public static ChatModel over(ChatModel model, AssistantMemory memory, UserId user) {
    return over(model, memory, () -> user);
  }

  /**
   * @param user who speaks; asked at the beginning of each call, on its thread
   */
  public static ChatModel over(ChatModel model, AssistantMemory memory, Supplier<UserId> user) {
    return new RapportChatModel(model, Companion.of(memory, user));
  }

  @Override
  public ChatResponse chat(ChatRequest request, ChatRequestOptions options) {
    Companion.Call call = companion.begin(request);
    ChatResponse response = model.chat(call.request(), options);
    call.ended().accept(response);
    return response;
  }

  @Override
  public ChatRequestParameters defaultRequestParameters() {
    return model.defaultRequestParameters();
  }

  @Override
  public List<ChatModelListener> listeners() {
    return model.listeners();
  }

  @Override
  public ModelProvider provider() {
    return model.provider();
  }

  @Override
  public Set<Capability> supportedCapabilities() {
    return model.supportedCapabilities();
  }
}
