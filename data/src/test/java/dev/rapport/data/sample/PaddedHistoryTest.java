package dev.rapport.data.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.conversation.Conversation;
import dev.rapport.conversation.Message;
import dev.rapport.text.TokenCounter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaddedHistoryTest {
  private static final SamplePersonas PERSONAS = SamplePersonas.shipped();
  private static final List<Filler> FILLERS = PERSONAS.fillers();
  private static final List<Conversation> HISTORY = SampleHistory.of(PERSONAS.load("p03"));
  private static final TokenCounter CHARACTERS = new CharacterCounter();

  @ParameterizedTest
  @ValueSource(longs = {0, 40_000, 60_000, 250_000})
  void staysWithinTheBudgetAndKeepsTheHistory(long tokens) {
    List<Conversation> padded = PaddedHistory.of(HISTORY, FILLERS, CHARACTERS, tokens, 7);

    assertThat(characters(padded)).isLessThanOrEqualTo(Math.max(tokens, characters(HISTORY)));
    assertThat(padded).containsSubsequence(HISTORY);
    assertThat(padded).extracting(Conversation::id).doesNotHaveDuplicates();
    assertThat(padded.stream().flatMap(c -> c.messages().stream()).map(Message::at)).isSorted();
  }

  @Test
  void fillersAreSpreadEvenly() {
    List<Conversation> padded = PaddedHistory.of(HISTORY, FILLERS, CHARACTERS, 80_000, 1);

    int run = 0;
    int longest = 0;
    for (Conversation conversation : padded) {
      run = HISTORY.contains(conversation) ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    int fillers = padded.size() - HISTORY.size();
    assertThat(fillers).isPositive();
    assertThat(longest).isLessThanOrEqualTo(fillers / HISTORY.size() + 1);
  }

  @Test
  void sameSeedSameHistory_otherSeedOtherFillers() {
    List<Conversation> padded = PaddedHistory.of(HISTORY, FILLERS, CHARACTERS, 60_000, 1);

    assertThat(PaddedHistory.of(HISTORY, FILLERS, CHARACTERS, 60_000, 1)).isEqualTo(padded);
    assertThat(PaddedHistory.of(HISTORY, FILLERS, CHARACTERS, 60_000, 2)).isNotEqualTo(padded);
  }

  @Test
  void givenNoFillers_saysSo() {
    assertThatThrownBy(() -> PaddedHistory.of(HISTORY, List.of(), CHARACTERS, 60_000, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 fillers");
  }

  private static long characters(List<Conversation> history) {
    return history.stream()
        .flatMap(conversation -> conversation.messages().stream())
        .mapToLong(message -> message.text().length())
        .sum();
  }

  /** One character, one token. */
  private static final class CharacterCounter implements TokenCounter {
    @Override
    public String name() {
      return "characters";
    }

    @Override
    public int count(CharSequence text) {
      return text.length();
    }

    @Override
    public int fit(String text, int from, int maxTokens) {
      return Math.min(text.length(), from + maxTokens);
    }
  }
}
