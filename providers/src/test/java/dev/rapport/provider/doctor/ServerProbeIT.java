package dev.rapport.provider.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.FakeServerConfig;
import dev.rapport.fakeserver.Flavour;
import dev.rapport.fakeserver.Responder;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ServerProbeIT {
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private static FakeServer server(Flavour flavour, String... models) {
    return FakeServer.start(
        FakeServerConfig.DEFAULT.withFlavour(flavour).withModels(models),
        Responder.saying("unused"));
  }

  private static ProbeReport look(ServerKind kind, int port) throws InterruptedException {
    Map<ServerKind, Integer> ports = new LinkedHashMap<>();
    ports.put(kind, port);
    return ServerProbe.of(PATIENT, ports, Map.of()).look();
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Flavour.class, mode = EnumSource.Mode.EXCLUDE, names = "OPENAI")
  void givenAServer_itIsToldByItsMarksWhateverThePort(Flavour flavour) throws Exception {
    try (var server = server(flavour, "nomic-embed-text", "qwen3:4b")) {
      var report = look(ServerKind.VLLM, server.port());

      var found = (Finding.Server) report.findings().getFirst();
      assertThat(found.kind()).isEqualTo(ServerKind.valueOf(flavour.name()));
      assertThat(found.models()).containsExactly("nomic-embed-text", "qwen3:4b");
      assertThat(report.addresses())
          .containsExactly("http://127.0.0.1:%d/v1#qwen3:4b".formatted(server.port()));
      assertThat(found.describe())
          .contains(found.kind().title(), "--model " + report.addresses().getFirst());
    }
  }

  @Test
  void givenAServerWithoutAModel_itSaysHowToGetOne() throws Exception {
    try (var server = server(Flavour.OLLAMA)) {
      var report = look(ServerKind.OLLAMA, server.port());

      assertThat(report.addresses()).isEmpty();
      assertThat(String.join("\n", report.describe())).contains("ollama pull");
    }
  }

  @Test
  void givenNobody_itSaysThreeWaysToStartOne() throws Exception {
    var report = look(ServerKind.OLLAMA, freePort());

    assertThat(report.findings().getFirst()).isInstanceOf(Finding.Nobody.class);
    assertThat(String.join("\n", report.describe()))
        .contains("ollama pull", "llama-server", "OPENAI_API_KEY", "--model none");
  }

  @Test
  void givenAServerThatAsksForAKey_itSaysSo() throws Exception {
    var guarded = FakeServerConfig.DEFAULT.withApiKey("sk-1");
    try (var server = FakeServer.start(guarded, Responder.saying("unused"))) {
      var report = look(ServerKind.VLLM, server.port());

      assertThat(report.findings().getFirst().describe()).contains("asks for a key");
    }
  }

  @Test
  void givenTheEnvironmentNamesAServer_itIsAskedWithItsKey() throws Exception {
    var guarded = FakeServerConfig.DEFAULT.withApiKey("sk-1");
    try (var server = FakeServer.start(guarded, Responder.saying("unused"))) {
      var environment =
          Map.of("OPENAI_API_KEY", "sk-1", "OPENAI_BASE_URL", server.baseUrl().toString());

      assertThat(ServerProbe.of(PATIENT, Map.of(), environment).look().addresses())
          .containsExactly("openai:fake");
    }
  }

  @Test
  void givenAKeyForAPlainUrlElsewhere_nobodyIsAsked() throws Exception {
    var environment = Map.of("OPENAI_API_KEY", "sk-1", "OPENAI_BASE_URL", "http://far.example");

    var report = ServerProbe.of(PATIENT, Map.of(), environment).look();

    assertThat(report.findings().getFirst()).isInstanceOf(Finding.Misconfigured.class);
    assertThat(report.describe().getFirst()).contains("far.example").doesNotContain("sk-1");
  }

  @Test
  void givenAServerThatIsSilent_itIsNotWaitedForLong() throws Exception {
    try (var silent = new ServerSocket(0)) {
      var ports = Map.of(ServerKind.OLLAMA, silent.getLocalPort());

      var report = ServerProbe.of(Duration.ofMillis(50), ports, Map.of()).look();

      assertThat(report.findings().getFirst().describe()).contains("does not answer within 50 ms");
    }
  }
}
