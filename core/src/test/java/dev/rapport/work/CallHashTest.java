package dev.rapport.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CallHashTest {
  private static final ChatRequest HELLO = ChatRequest.of(List.of(ChatMessage.user("hello")), 10);

  @Test
  void givenTheSameRequest_theHashIsTheSameInEveryJvm() {
    assertThat(CallHash.of("m", HELLO.withExtra(Map.of("a", 1, "b", List.of(true, "x")))))
        .isEqualTo("399a8dcccc02dca240a2cc88873d16e867b180048b0d71b58f93f18becebd27d");
  }

  @Test
  void givenMapsInAnotherOrder_theHashIsTheSame() {
    Map<String, Object> one = Map.of("a", Map.of("x", 1, "y", 2, "z", 3), "b", 2.5);
    Map<String, Object> two = Map.of("b", 2.5, "a", Map.of("z", 3, "y", 2, "x", 1));

    assertThat(CallHash.of("m", HELLO.withExtra(one)))
        .isEqualTo(CallHash.of("m", HELLO.withExtra(two)));
  }

  @Test
  void givenAnyDifference_theHashDiffers() {
    Set<String> hashes = new LinkedHashSet<>();
    List<String> all =
        List.of(
            CallHash.of("m", HELLO),
            CallHash.of("n", HELLO),
            CallHash.of("m", HELLO.withSeed(1)),
            CallHash.of("m", HELLO.withTemperature(0.5)),
            CallHash.of("m", HELLO.withStop(List.of("x"))),
            CallHash.of("m", HELLO.withStop(List.of("x", "y"))),
            CallHash.of("m", HELLO.withJsonSchema("{}")),
            CallHash.of("m", HELLO.withExtra(Map.of("x", 1))),
            CallHash.of("m", ChatRequest.of(HELLO.messages(), 11)),
            CallHash.of("m", ChatRequest.of(List.of(ChatMessage.system("hello")), 10)),
            CallHash.of(
                "m", ChatRequest.of(List.of(ChatMessage.user("hel"), ChatMessage.user("lo")), 10)));
    hashes.addAll(all);

    assertThat(hashes).hasSameSizeAs(all);
  }

  @Test
  void givenAnExtraFieldOfAnotherType_saysWhichAreTaken() {
    assertThatThrownBy(() -> CallHash.of("m", HELLO.withExtra(Map.of("x", new Object()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object");
  }
}
