package dev.rapport.data.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.Conversation;
import dev.rapport.conversation.Message;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleHistoryTest {
  private static final SamplePersonas PERSONAS = SamplePersonas.shipped();

  static Stream<String> ids() {
    return PERSONAS.ids().stream();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void aHistoryIsTheMessagesOfTheSessionsInTimeOrder(String id) {
    SamplePersona persona = PERSONAS.load(id);

    List<Conversation> history = SampleHistory.of(persona);

    assertThat(texts(history))
        .containsExactlyElementsOf(
            persona.sessions().stream()
                .flatMap(session -> session.messages().stream())
                .map(SampleMessage::text)
                .toList());
    assertThat(messages(history)).extracting(Message::at).isSorted().doesNotHaveDuplicates();
    assertThat(history).extracting(c -> c.user().value()).containsOnly(id);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void lawTwo_goldStaysOut(String id) {
    SamplePersona persona = PERSONAS.load(id);

    // Whatever a history prints beyond the words of its messages can only be names, roles, times.
    String seen = SampleHistory.of(persona).toString();
    for (Message message : messages(SampleHistory.of(persona))) {
      seen = seen.replace(message.text(), "");
    }
    assertThat(seen).doesNotContain(goldOf(persona)).matches("[\\w\\[\\]=,\\- :]*");
  }

  @Test
  void givenATwin_onlyTheRevealingConversationDiffers() {
    SamplePersona persona = PERSONAS.load("p01");
    Twin twin = persona.twinsOf("q02").get(1);
    String session = persona.preference(persona.question("q02").preference()).session();

    List<Conversation> plain = SampleHistory.of(persona);
    List<Conversation> twinned = SampleHistory.of(persona, twin);

    assertThat(twinned).hasSameSizeAs(plain);
    for (int i = 0; i < plain.size(); i++) {
      if (plain.get(i).id().equals(session)) {
        assertThat(texts(List.of(twinned.get(i))))
            .containsExactlyElementsOf(twin.messages().stream().map(SampleMessage::text).toList());
      } else {
        assertThat(twinned.get(i)).isEqualTo(plain.get(i));
      }
    }
  }

  private static String[] goldOf(SamplePersona persona) {
    return Stream.of(
            persona.preferences().stream().flatMap(p -> Stream.of(p.text(), p.type().label())),
            persona.questions().stream().flatMap(q -> Stream.of(q.query(), q.correct())),
            persona.sessions().stream().map(Session::scenario),
            Stream.of(persona.shortPersona(), persona.profile().name()))
        .flatMap(gold -> gold)
        .toArray(String[]::new);
  }

  private static List<String> texts(List<Conversation> history) {
    return messages(history).stream().map(Message::text).toList();
  }

  private static List<Message> messages(List<Conversation> history) {
    return history.stream().flatMap(conversation -> conversation.messages().stream()).toList();
  }
}
