package dev.rapport.langchain4j;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatRequestOptions;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.rapport.assistant.AssistantMemory;
import dev.rapport.person.UserId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@link RapportChatModel} for streams: the pieces pass through as they come, and the exchange is
 * handed on when the stream is complete. One that fails or is cancelled is not.
 */
public final class RapportStreamingChatModel implements StreamingChatModel {
  private final StreamingChatModel model;
  private final Companion companion;

  private RapportStreamingChatModel(StreamingChatModel model, Companion companion) {
    this.model = model;
    this.companion = companion;
  }

  /** For one person. */
  public static StreamingChatModel over(
      StreamingChatModel model, AssistantMemory memory, UserId user) {
    return over(model, memory, () -> user);
  }

  /**
   * @param user who speaks; asked at the beginning of each call, on its thread
   */
  public static StreamingChatModel over(
      StreamingChatModel model, AssistantMemory memory, Supplier<UserId> user) {
    return new RapportStreamingChatModel(model, Companion.of(memory, user));
  }

  @Override
  public void chat(
      ChatRequest request, ChatRequestOptions options, StreamingChatResponseHandler handler) {
    Companion.Call call = companion.begin(request);
    model.chat(call.request(), options, new ObservingHandler(handler, call.ended()));
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
