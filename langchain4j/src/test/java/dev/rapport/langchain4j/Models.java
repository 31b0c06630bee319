package dev.rapport.langchain4j;

import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.rapport.fakeserver.FakeServer;
import java.net.http.HttpClient;
import java.time.Duration;

/** LangChain4j's own clients, pointed at a fake server. */
final class Models {
  private Models() {}

  static OpenAiChatModel chat(FakeServer server) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(http1())
        .baseUrl(server.baseUrl().toString())
        .apiKey("none")
        .modelName("fake")
        .maxRetries(0)
        .timeout(Duration.ofSeconds(5))
        .build();
  }

  static OpenAiStreamingChatModel streaming(FakeServer server) {
    return OpenAiStreamingChatModel.builder()
        .httpClientBuilder(http1())
        .baseUrl(server.baseUrl().toString())
        .apiKey("none")
        .modelName("fake")
        .timeout(Duration.ofSeconds(5))
        .build();
  }

  /** Its client asks plain servers to upgrade to HTTP/2 otherwise, and some then lose the body. */
  private static JdkHttpClientBuilder http1() {
    return JdkHttpClient.builder()
        .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
  }
}
