package dev.rapport.provider.doctor;

import java.net.URI;
import java.util.List;

/** What was found at one place. */
public sealed interface Finding {
  /** One line for a person, with what to type next where that is known. */
  String describe();

  /**
   * A server that lists its models.
   *
   * @param addresses one for {@code --model} per model that chats, in the server's order
   */
  record Server(ServerKind kind, URI url, List<String> models, List<String> addresses)
      implements Finding {
    private static final int MOST_NAMED = 8;

    public Server {
      models = List.copyOf(models);
      addresses = List.copyOf(addresses);
    }

    @Override
    public String describe() {
      String place = "%s at %s".formatted(kind.title(), url);
      if (addresses.isEmpty()) {
        String fetch =
            kind == ServerKind.OLLAMA ? "; fetch one: ollama pull qwen3:4b" : "; load one there";
        return place + " has no chat model" + fetch;
      }
      String names = String.join(", ", models.subList(0, Math.min(MOST_NAMED, models.size())));
      String more =
          models.size() > MOST_NAMED ? " and %d more".formatted(models.size() - MOST_NAMED) : "";
      return "%s: %s%s; use --model %s".formatted(place, names, more, addresses.getFirst());
    }
  }

  /** A server that will not list its models. */
  record Unusable(URI url, String why) implements Finding {
    @Override
    public String describe() {
      return "%s: %s".formatted(url, why);
    }
  }

  /** The environment names a server in a way that cannot be used. */
  record Misconfigured(String why) implements Finding {
    @Override
    public String describe() {
      return "OPENAI_BASE_URL and OPENAI_API_KEY: " + why;
    }
  }

  /** Nobody answers. */
  record Nobody(ServerKind expected, URI url) implements Finding {
    @Override
    public String describe() {
      return "%s: nobody there (%s)".formatted(url, expected.title());
    }
  }
}
