package dev.rapport.provider.openai;

import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ReplyListener;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.concurrent.Executors;

/**
 * A model behind OpenAI's chat protocol, whoever serves it: OpenAI, vLLM, llama.cpp, Ollama, LM
 * Studio or a gateway. One call is one request; nothing is tried twice and nothing logged. HTTP/1.1
 * alone is spoken, since an offer of HTTP/2 makes some of these servers drop the body. Redirects
 * are not followed. A model that thinks without opening its tag is told to a listener as text until
 * the tag closes; the reply returned is right all the same. Safe for several threads.
 */
public final class OpenAiModel implements LanguageModel {
  private final OpenAiConfig config;
  private final Clock clock;
  private final HttpClient client;

  private OpenAiModel(OpenAiConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(config.timeouts().connect())
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /**
   * @param clock against which a date in Retry-After is read
   */
  public static OpenAiModel of(OpenAiConfig config, Clock clock) {
    return new OpenAiModel(config, clock);
  }

  @Override
  public String name() {
    return config.model();
  }

  @Override
  public ChatReply chat(ChatRequest request) {
    var failures = failures(request);
    try (var exchange = open(request, false, failures)) {
      return new ReplyReader(config, failures, exchange, piece -> {}).whole();
    }
  }

  @Override
  public ChatReply stream(ChatRequest request, ReplyListener listener) {
    var failures = failures(request);
    try (var exchange = open(request, true, failures)) {
      return new ReplyReader(config, failures, exchange, listener).streamed();
    }
  }

  private Failures failures(ChatRequest request) {
    return new Failures(config, Discretion.about(config.apiKey(), request));
  }

  /** The exchange of a request that was accepted. */
  private Exchange open(ChatRequest request, boolean stream, Failures failures) {
    byte[] body = RequestBody.of(config, request, stream);
    var exchange = new Exchange(client, httpRequest(body), config, failures);
    if (exchange.status() / 100 == 2) {
      return exchange;
    }
    try (exchange) {
      var said = ProviderMessage.of(ErrorBody.read(exchange));
      var retryAfter = RetryAfter.of(exchange.headers(), clock);
      throw failures.status(exchange.status(), said, retryAfter);
    }
  }

  private HttpRequest httpRequest(byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(config.baseUrl() + "/chat/completions"))
            .version(HttpClient.Version.HTTP_1_1)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    config.headers().forEach(request::setHeader);
    request.setHeader("Content-Type", "application/json");
    if (!config.apiKey().isNone()) {
      request.setHeader("Authorization", "Bearer " + config.apiKey().reveal());
    }
    return request.build();
  }
}
