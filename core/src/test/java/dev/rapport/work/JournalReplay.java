package dev.rapport.work;

import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelRole;
import dev.rapport.model.ReplyListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.function.Function;

/**
 * Holds code to the rule of journalled work: between calls no clock, no randomness, no unordered
 * iteration. Runs it twice over one journal, the second time in another locale and time zone, and
 * fails when the second run asks for a step the first had not paid for, or gives another result.
 */
public final class JournalReplay {
  private JournalReplay() {}

  /**
   * Runs the work twice.
   *
   * @param model pays in the first run; any call in the second fails
   * @param work what uses calls; gives something that can be compared
   * @return what the work gave
   */
  public static <T> T twice(LanguageModel model, Function<Calls, T> work) {
    MemoryJournal journal = new MemoryJournal();
    List<String> first = new ArrayList<>();
    T paid = work.apply(calls(journal, model, first));
    List<String> second = new ArrayList<>();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    T replayed;
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      replayed = work.apply(calls(journal, new NoMore(model.name(), second), second));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    if (!first.equals(second) || !paid.equals(replayed)) {
      throw new AssertionError(
          "the second run went another way: steps %s then %s, results %s then %s"
              .formatted(first, second, paid, replayed));
    }
    return paid;
  }

  private static Calls calls(CallJournal journal, LanguageModel model, List<String> steps) {
    PriceList free = PriceList.of(new LinkedHashMap<>(Map.of(model.name(), Price.FREE)));
    CallConfig config =
        new CallConfig(0, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(1));
    Calls paid =
        CallsFactory.of(
                journal, entry -> {}, free, config, new ManualTime(), new SplittableRandom(1))
            .bind(ModelRole.WRITE, model, LimiterConfig.DEFAULT)
            .calls("replay", ModelRole.WRITE, Lease.ALWAYS);
    return new Noted(paid, steps);
  }

  private record Noted(Calls calls, List<String> steps) implements Calls {
    @Override
    public ChatReply call(String step, ChatRequest request) {
      steps.add(step);
      return calls.call(step, request);
    }

    @Override
    public ChatReply stream(String step, ChatRequest request, ReplyListener listener) {
      steps.add(step);
      return calls.stream(step, request, listener);
    }
  }

  private record NoMore(String name, List<String> steps) implements LanguageModel {
    @Override
    public ChatReply chat(ChatRequest request) {
      throw new AssertionError(
          "the second run makes a call the first had not paid for, after steps %s: %s"
              .formatted(steps, request.messages().getLast().content()));
    }
  }
}
