package dev.rapport.example.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Responder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

final class SpringChatIT {
  @Test
  void withoutArguments_itShowsWhatItIsFor() throws Exception {
    assertThat(printed()).containsSubsequence("A beef stew.", "A lentil stew.", "I am vegan.");
  }

  @Test
  void givenAServer_thePageGoesOutInTheSystemMessageOnceItIsKnown() throws Exception {
    try (FakeServer server = FakeServer.start(Responder.saying("Soup."))) {
      assertThat(printed(server.baseUrl().toString())).contains("Soup.");

      assertThat(server.received()).hasSize(2);
      assertThat(server.received().getFirst().body())
          .contains("You are a cook.")
          .doesNotContain("I am vegan.");
      assertThat(server.received().getLast().body())
          .contains("You are a cook.")
          .containsOnlyOnce("I am vegan.");
    }
  }

  private static String printed(String... arguments) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, UTF_8));
    try {
      SpringChat.main(arguments);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(UTF_8);
  }
}
