package dev.rapport.provider.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Looks at one place: who is there, and which models it has. */
final class Visit {
  private static final Pattern NO_CHAT =
      Pattern.compile(
          "(?i)embed|rerank|^bge|whisper|tts|dall-e|moderation|audio|image|realtime|transcribe");

  private final Http http;
  private final Place place;

  Visit(Http http, Place place) {
    this.http = http;
    this.place = place;
  }

  Finding look() throws InterruptedException {
    try {
      Http.Answer models =
          http.get(URI.create(place.api() + "/models"), place.apiKey(), place.patience());
      // Ollama without a model sends null where the list should be.
      if (models.isGood() && models.body().has("data")) {
        return server(models.body().path("data"));
      }
      return new Finding.Unusable(place.api(), why(models.status()));
    } catch (TimeoutException silent) {
      return new Finding.Unusable(
          place.api(), "does not answer within %d ms".formatted(place.patience().toMillis()));
    } catch (IOException nobody) {
      return new Finding.Nobody(place.expected(), place.api());
    }
  }

  private Finding server(JsonNode data) throws InterruptedException {
    List<String> models = new ArrayList<>();
    data.forEach(model -> models.add(model.path("id").asText()));
    ServerKind kind = kind(data.path(0).path("owned_by").asText());
    List<String> chatting = models.stream().filter(Visit::chats).toList();
    return new Finding.Server(
        kind, place.api(), models, chatting.stream().map(name -> address(kind, name)).toList());
  }

  private ServerKind kind(String owner) throws InterruptedException {
    if (owner.equals("vllm")) {
      return ServerKind.VLLM;
    }
    if (owner.equals("llamacpp")) {
      return ServerKind.LLAMACPP;
    }
    if (answers("/api/tags", "models")) {
      return ServerKind.OLLAMA;
    }
    return answers("/api/v0/models", "data") ? ServerKind.LMSTUDIO : ServerKind.OTHER;
  }

  private boolean answers(String path, String field) throws InterruptedException {
    try {
      Http.Answer answer =
          http.get(URI.create(place.root() + path), place.apiKey(), place.patience());
      return answer.isGood() && answer.body().path(field).isArray();
    } catch (IOException | TimeoutException silent) {
      return false;
    }
  }

  private String address(ServerKind kind, String name) {
    if (place.expected() == ServerKind.OTHER) {
      return "openai:" + name;
    }
    boolean usual = place.root().equals(URI.create("http://127.0.0.1:" + kind.usualPort()));
    return usual ? kind.prefix() + ":" + name : place.api() + "#" + name;
  }

  private static boolean chats(String model) {
    return !NO_CHAT.matcher(model).find();
  }

  private static String why(int status) {
    return switch (status) {
      case 401, 403 -> "asks for a key; set RAPPORT_API_KEY, or OPENAI_API_KEY for OpenAI";
      case 503 -> "is still loading its model; look again in a moment";
      default -> "answers with status %d and is no OpenAI-compatible server".formatted(status);
    };
  }
}
