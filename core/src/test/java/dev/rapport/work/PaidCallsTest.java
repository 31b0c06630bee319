package dev.rapport.work;

import static dev.rapport.model.ModelException.Kind.CANCELLED;
import static dev.rapport.model.ModelException.Kind.MALFORMED;
import static dev.rapport.model.ModelException.Kind.MISCONFIGURED;
import static dev.rapport.model.ModelException.Kind.REJECTED;
import static dev.rapport.model.ModelException.Kind.THROTTLED;
import static dev.rapport.model.ModelException.Kind.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelException;
import dev.rapport.model.ModelRole;
import dev.rapport.model.ReplyListener;
import dev.rapport.work.LedgerEntry.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PaidCallsTest {
  private static final ChatRequest HELLO = ChatRequest.of(List.of(ChatMessage.user("hello")), 10);
  private static final CallConfig CONFIG =
      new CallConfig(3, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(10));

  private final ManualTime time = new ManualTime();
  private final MemoryJournal journal = new MemoryJournal();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private final ScriptedModel model = new ScriptedModel();

  private Calls calls(LanguageModel over, Lease lease) {
    PriceList prices =
        PriceList.of(new LinkedHashMap<>(Map.of("scripted-*", Price.parse("0.25/0.025/2"))));
    return CallsFactory.of(journal, ledger::add, prices, CONFIG, time, new SplittableRandom(1))
        .bind(ModelRole.WRITE, over, LimiterConfig.DEFAULT)
        .calls("ann", ModelRole.WRITE, lease);
  }

  private Calls calls() {
    return calls(model, Lease.ALWAYS);
  }

  private List<Outcome> outcomes() {
    return ledger.stream().map(LedgerEntry::outcome).toList();
  }

  @Test
  void whenCalledTwice_itIsPaidOnce() {
    ChatReply first = calls().call("write", HELLO);
    ChatReply second = calls().call("write", HELLO);

    assertThat(second).isEqualTo(first);
    assertThat(model.calls()).isEqualTo(1);
    assertThat(ledger).hasSize(1);
    assertThat(ledger.getFirst().cost()).isEqualTo(new Cost.Known(new BigDecimal("0.00045")));
  }

  @Test
  void givenAnotherStepOrRequest_itIsPaidAgain() {
    calls().call("write", HELLO);
    calls().call("check", HELLO);
    calls().call("write", HELLO.withSeed(2));

    assertThat(model.calls()).isEqualTo(3);
  }

  @Test
  void givenFailuresThatMayPass_itTriesAgain_andEveryAttemptIsInTheLedger() {
    model.failing(UNAVAILABLE).failing(MALFORMED).failing(UNAVAILABLE);

    assertThat(calls().call("write", HELLO).text()).isEqualTo("HELLO");

    assertThat(outcomes())
        .containsExactly(
            Outcome.UNAVAILABLE, Outcome.MALFORMED, Outcome.UNAVAILABLE, Outcome.ANSWERED);
    assertThat(ledger).extracting(LedgerEntry::attempt).containsExactly(1, 2, 3, 4);
    assertThat(ledger.getFirst().cost()).isEqualTo(Cost.unknown());
  }

  @Test
  void givenMoreFailuresThanRetries_theLastIsThrown() {
    for (int i = 0; i < 4; i++) {
      model.failing(UNAVAILABLE);
    }

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> calls().call("write", HELLO))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(UNAVAILABLE));
    assertThat(model.calls()).isEqualTo(4);
  }

  @Test
  void givenFailures_pausesAreJitteredBelowADoublingBound() {
    model.failing(UNAVAILABLE).failing(UNAVAILABLE).failing(UNAVAILABLE);

    calls().call("write", HELLO);

    assertThat(time.slept()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(time.slept().get(i)).isLessThanOrEqualTo(Duration.ofMillis(500L << i));
    }
  }

  @Test
  void givenTwentyRefusals_noRetryIsSpent_andTheReplyComes() {
    for (int i = 0; i < 20; i++) {
      model.failing(THROTTLED, Duration.ofSeconds(5));
    }

    assertThat(calls().call("write", HELLO).text()).isEqualTo("HELLO");

    assertThat(ledger).hasSize(21);
    assertThat(ledger.getFirst().cost()).isEqualTo(Cost.free());
    assertThat(time.slept()).hasSize(20).containsOnly(Duration.ofSeconds(5));
  }

  @Test
  void givenRefusalsPastTheDeadline_theRefusalIsThrown() {
    for (int i = 0; i < 20; i++) {
      model.failing(THROTTLED, Duration.ofMinutes(4));
    }

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> calls().call("write", HELLO))
        .withMessageContaining("PT10M")
        .withMessageContaining("told to")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(THROTTLED));
    assertThat(model.calls()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = ModelException.Kind.class,
      names = {"REJECTED", "MISCONFIGURED", "CANCELLED"})
  void givenAFailureThatStays_itIsThrownAtOnce_andWrittenDown(ModelException.Kind kind) {
    model.failing(kind);

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> calls().call("write", HELLO))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));

    assertThat(kind).isIn(REJECTED, MISCONFIGURED, CANCELLED);
    assertThat(model.calls()).isEqualTo(1);
    assertThat(ledger).hasSize(1);
  }

  @Test
  void givenTheLeaseIsLost_nothingIsPaid_butWhatWasPaidIsGiven() {
    calls().call("write", HELLO);
    Calls lost = calls(model, () -> false);

    assertThat(lost.call("write", HELLO).text()).isEqualTo("HELLO");
    assertThatExceptionOfType(LeaseLostException.class)
        .isThrownBy(() -> lost.call("check", HELLO))
        .withMessageContaining("check");
    assertThat(model.calls()).isEqualTo(1);
  }

  @Test
  void givenABugInTheModel_theAttemptIsWrittenDownAllTheSame() {
    LanguageModel broken =
        new LanguageModel() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public ChatReply chat(ChatRequest request) {
            throw new IllegalStateException("bug");
          }
        };

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> calls(broken, Lease.ALWAYS).call("write", HELLO));
    assertThat(outcomes()).containsExactly(Outcome.UNAVAILABLE);
  }

  @Test
  void givenTheLedgerFails_theReplyIsKeptAllTheSame() {
    Ledger full =
        entry -> {
          throw new IllegalStateException("disk full");
        };
    Calls calls =
        CallsFactory.of(journal, full, PriceList.EMPTY, CONFIG, time, new SplittableRandom(1))
            .bind(ModelRole.WRITE, model, LimiterConfig.DEFAULT)
            .calls("ann", ModelRole.WRITE, Lease.ALWAYS);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> calls.call("write", HELLO));

    assertThat(calls().call("write", HELLO).text()).isEqualTo("HELLO");
    assertThat(model.calls()).isEqualTo(1);
  }

  @Test
  void givenAStreamThatBreaksOff_afterAPieceWasTold_itIsNotToldTwice() {
    List<String> told = new ArrayList<>();
    LanguageModel halfway = new Halfway(model);

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> calls(halfway, Lease.ALWAYS).stream("chat", HELLO, told::add));

    assertThat(told).containsExactly("HE");
    assertThat(outcomes()).containsExactly(Outcome.UNAVAILABLE);
  }

  @Test
  void givenAStreamThatFailsBeforeAnyPiece_itIsTriedAgain() {
    model.failing(UNAVAILABLE);
    List<String> told = new ArrayList<>();

    calls().stream("chat", HELLO, told::add);
    calls().stream("chat", HELLO, told::add);

    assertThat(told).containsExactly("HELLO", "HELLO");
    assertThat(model.calls()).isEqualTo(2);
  }

  @Test
  void givenNoModelForARole_anyCallSaysSo() {
    Calls none =
        CallsFactory.of(
                journal, ledger::add, PriceList.EMPTY, CONFIG, time, new SplittableRandom(1))
            .calls("ann", ModelRole.JUDGE, Lease.ALWAYS);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> none.call("judge", HELLO))
        .withMessageContaining("--model");
  }

  private record Halfway(LanguageModel model) implements LanguageModel {
    @Override
    public String name() {
      return "halfway";
    }

    @Override
    public ChatReply chat(ChatRequest request) {
      return model.chat(request);
    }

    @Override
    public ChatReply stream(ChatRequest request, ReplyListener listener) {
      listener.onText("HE");
      throw new ModelException(UNAVAILABLE, "the stream broke off");
    }
  }
}
