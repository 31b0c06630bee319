package dev.rapport.store;

import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelException;
import dev.rapport.model.ModelException.Kind;
import dev.rapport.model.Usage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks a {@link ProviderServer}. */
record RemoteModel(HttpClient client, URI address) implements LanguageModel {
  static RemoteModel at(int port) {
    return new RemoteModel(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
        URI.create("http://127.0.0.1:%d/".formatted(port)));
  }

  @Override
  public String name() {
    return "provider-1";
  }

  @Override
  public ChatReply chat(ChatRequest request) {
    String question = request.messages().getLast().content();
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(question)).build(),
              BodyHandlers.ofString());
      return switch (answer.statusCode()) {
        case 200 -> new ChatReply(answer.body(), "", FinishReason.STOP, Usage.of(10, 5), name());
        case 429 -> throw new ModelException(Kind.THROTTLED, "429");
        default -> throw new ModelException(Kind.REJECTED, "status " + answer.statusCode());
      };
    } catch (IOException e) {
      throw new ModelException(Kind.UNAVAILABLE, "no connection", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(Kind.CANCELLED, "cancelled", e);
    }
  }
}
