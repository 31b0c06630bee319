package dev.rapport.fakeserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FakeServerIT {
  private static final String GOOD =
      "{\"model\":\"fake\",\"messages\":[{\"role\":\"user\",\"content\":\"one two\"}]";

  private final FakeServer server = FakeServer.start(Responder.saying("three four five"));
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + "/chat/completions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void givenAGoodRequest_itAnswersAndCounts() throws Exception {
    var response = post(GOOD + "}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("three four five", "\"prompt_tokens\":2");
    assertThat(server.count())
        .extracting(Count::attempts, Count::answered, Count::inputTokens, Count::outputTokens)
        .containsExactly(1, 1, 2L, 3L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /v1/chat/completions HT",
        "POST /v1/chat/completions HTTP/1.1\r\nContent-Length: 9\r\n",
        "POST /v1/chat/completions HTTP/1.1\r\nContent-Length: 9\r\n\r\n{\"mod"
      })
  void givenAClientThatLeavesWithinARequest_itIsNoRequest(String beginning) throws Exception {
    URI place = server.baseUrl();
    try (Socket socket = new Socket(place.getHost(), place.getPort())) {
      socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
    assertThat(server.received()).isEmpty();
    assertThat(server.count().attempts()).isZero();
  }

  @Test
  void givenAStream_usageComesOnlyWhenAskedFor() throws Exception {
    var silent = post(GOOD + ",\"stream\":true}");
    var telling = post(GOOD + ",\"stream\":true,\"stream_options\":{\"include_usage\":true}}");

    assertThat(silent.body()).endsWith("data: [DONE]\n\n").doesNotContain("usage");
    assertThat(telling.body()).contains("\"completion_tokens\":3");
    assertThat(server.count())
        .extracting(Count::outputTokens, Count::untoldTokens)
        .containsExactly(3L, 5L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "[]",
        "{}",
        "{\"model\":7}",
        "{\"model\":\"fake\"}",
        "{\"model\":\"fake\",\"messages\":[]}",
        "{\"model\":\"fake\",\"messages\":[{\"role\":\"robot\",\"content\":\"a\"}]}",
        "{\"model\":\"fake\",\"messages\":[{\"role\":\"user\",\"content\":7}]}",
        GOOD + ",\"temperature\":3}",
        GOOD + ",\"temperature\":\"hot\"}",
        GOOD + ",\"max_tokens\":0}",
        GOOD + ",\"max_tokens\":1.5}",
        GOOD + ",\"seed\":\"x\"}",
        GOOD + ",\"stop\":[1]}",
        GOOD + ",\"stream\":\"yes\"}",
        GOOD + ",\"stream_options\":{\"include_usage\":true}}",
        GOOD + ",\"response_format\":{\"type\":\"json_schema\"}}",
      })
  void givenABrokenRequest_itIsRefusedInTheProtocolsWords(String body) throws Exception {
    var response = post(body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("\"error\":{\"message\"", "invalid_request_error");
    assertThat(server.count().refused()).isEqualTo(1);
  }

  @Test
  void givenAnUnknownModel_itIsNotFound() throws Exception {
    var response = post(GOOD.replace("fake", "gpt-9") + "}");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("model_not_found", "gpt-9");
  }

  @Test
  void givenTheSameSeed_aStormIsTheSame() {
    var storm = Responder.saying("calm").stormy(3, 0.5, Misbehaviour.reset());
    var first = new StringBuilder();
    var second = new StringBuilder();
    for (int attempt = 1; attempt <= 50; attempt++) {
      var call =
          new ChatCall(
              attempt,
              "fake",
              List.of(new ChatCall.Message("user", "a")),
              false,
              false,
              NullNode.getInstance());
      first.append(storm.respond(call) instanceof Behaviour.Say);
      second.append(storm.respond(call) instanceof Behaviour.Say);
    }

    assertThat(first).hasToString(second.toString());
    assertThat(first.toString()).contains("true", "false");
  }
}
