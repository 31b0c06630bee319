package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.Question;
import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Message;
import dev.rapport.person.PersonKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is left of a run to do, and how large it is. */
record EstimateGuess(RunSpec spec, Dataset dataset, RunParts parts, Plan plan, RunFolder folder) {
  /** Tokens that a prompt has beside what it carries. */
  private static final int WORDING = 900;

  private static final int WRITTEN = 500;
  private static final int CHOICE_REPLY = 120;
  private static final int OPEN_REPLY = 400;
  private static final int VERDICT_REPLY = 120;
  private static final int CHARACTERS_PER_TOKEN = 4;

  /** Histories that are read to tell the size of all. */
  private static final int SAMPLE = 16;

  /** Turn ids are not looked at. */
  private static final PersonKey NOBODY = PersonKey.of(new byte[PersonKey.BYTES]);

  /** Calls and their tokens. */
  record Load(long calls, long input, long output) {
    static final Load NOTHING = new Load(0, 0, 0);
  }

  /** Tokens and chunks of a history, on average. */
  private record Size(double tokens, double chunks) {}

  Load pages() {
    Set<String> done = new LinkedHashSet<>();
    try (Stream<PageRecord> pages = folder.pages()) {
      pages.forEach(page -> done.add(page.history()));
    }
    List<String> histories =
        switch (parts.memory()) {
          case Remembering.Kept<?> kept ->
              plan.byHistory().keySet().stream().filter(id -> !done.contains(id)).toList();
          case Remembering.PerQuestion<?> each ->
              plan.asks().stream()
                  .map(Ask::question)
                  .distinct()
                  .filter(question -> !done.contains(question.id()))
                  .map(Question::history)
                  .toList();
          case Remembering.Rebuilt<?> free -> List.<String>of();
          case Remembering.Nothing<?> free -> List.<String>of();
          case Remembering.Evidence<?> free -> List.<String>of();
        };
    if (histories.isEmpty()) {
      return Load.NOTHING;
    }
    Size size = size(histories);
    long calls = Math.round(size.chunks() * histories.size());
    int page = Integer.parseInt(spec.settings().getOrDefault("cap", "0")) / 2;
    long input = Math.round(size.tokens() * histories.size()) + calls * (WORDING + page);
    return new Load(calls, input, calls * WRITTEN);
  }

  Load answers() {
    List<Ask> rest = unanswered();
    if (rest.isEmpty()) {
      return Load.NOTHING;
    }
    long recalled = Math.round(recalled());
    long input = 0;
    long output = 0;
    for (Ask ask : rest) {
      input += WORDING / 2 + recalled + tokens(ask);
      output += ask.mode() == Mode.OPEN ? OPEN_REPLY : CHOICE_REPLY;
    }
    return new Load(rest.size(), input, output);
  }

  Load verdicts() {
    Set<String> done = new LinkedHashSet<>();
    try (Stream<VerdictRecord> verdicts = folder.verdicts()) {
      verdicts.forEach(it -> done.add(Ask.key(it.question(), it.mode())));
    }
    long answers =
        plan.asks().stream()
            .filter(ask -> ask.mode() == Mode.OPEN && !done.contains(ask.key()))
            .count();
    long calls = answers * parts.judges().votes();
    return new Load(calls, calls * (WORDING + OPEN_REPLY), calls * VERDICT_REPLY);
  }

  private List<Ask> unanswered() {
    Set<String> done = new LinkedHashSet<>();
    try (Stream<AnswerRecord> answers = folder.answers()) {
      answers.forEach(it -> done.add(Ask.key(it.question(), it.mode())));
    }
    return plan.asks().stream().filter(ask -> !done.contains(ask.key())).toList();
  }

  private double recalled() {
    return switch (parts.memory()) {
      case Remembering.Nothing<?> nothing -> 0;
      case Remembering.Rebuilt<?> whole ->
          Math.min(spec.recallTokens(), size(List.copyOf(plan.byHistory().keySet())).tokens());
      case Remembering.Evidence<?> little -> Math.min(spec.recallTokens(), WRITTEN);
      case Remembering.Kept<?> page -> spec.recallTokens();
      case Remembering.PerQuestion<?> page -> spec.recallTokens();
    };
  }

  private static long tokens(Ask ask) {
    long characters = ask.question().asked().query().text().length();
    if (ask.mode() == Mode.CHOICE) {
      characters += ask.question().asked().options().stream().mapToLong(String::length).sum();
    }
    return characters / CHARACTERS_PER_TOKEN;
  }

  private Size size(List<String> histories) {
    int step = Math.max(1, histories.size() / SAMPLE);
    long tokens = 0;
    long chunks = 0;
    int read = 0;
    for (int i = 0; i < histories.size() && read < SAMPLE; i += step) {
      for (Iterator<Chunk> it = chunks(histories.get(i)).iterator(); it.hasNext(); ) {
        tokens += it.next().tokens();
        chunks++;
      }
      read++;
    }
    return new Size((double) tokens / read, (double) chunks / read);
  }

  private List<Chunk> chunks(String history) {
    List<Chunk> found = new ArrayList<>();
    try (Stream<Message> messages = dataset.history(history).messages()) {
      parts.reading().chunks(messages, NOBODY).forEachRemaining(found::add);
    }
    return found;
  }
}
