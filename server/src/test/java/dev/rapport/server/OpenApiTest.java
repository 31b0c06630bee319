package dev.rapport.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
  @TempDir Path folder;

  @Test
  void whateverIsAnswered_isDescribed_andTheReverse() throws Exception {
    try (TestServer server = TestServer.open(folder)) {
      Set<String> answered = new TreeSet<>(server.server().routes());

      assertThat(answered).isEqualTo(OpenApi.read().operations());
      assertThat(server.get("/openapi.yaml").body()).startsWith("openapi: 3.1");
    }
  }

  @Test
  void whateverMayStandInAnAddress_isDescribed_andTheReverse() throws Exception {
    try (TestServer server = TestServer.open(folder)) {
      OpenApi api = OpenApi.read();
      for (String operation : api.operations()) {
        if (operation.contains(" /v1/") && !operation.equals("POST /v1/session")) {
          String method = operation.substring(0, operation.indexOf(' '));
          String template = operation.substring(operation.indexOf(' ') + 1);
          String path = template.replaceAll("\\{[a-z]+}", "l1");

          TestServer.Reply reply = server.send(method, path + "?nonsense=1", "");

          assertThat(reply.status()).as(operation).isEqualTo(400);
          assertThat(known(reply.json().path("mend").asText()))
              .as(operation)
              .isEqualTo(api.queries(method, template));
        }
      }
    }
  }

  /** As the problem lists them. */
  private static Set<String> known(String mend) {
    Set<String> names = new TreeSet<>();
    if (mend.contains("known are ")) {
      names.addAll(List.of(mend.replaceAll(".*known are |\\.$", "").split(", ")));
    }
    return names;
  }
}
