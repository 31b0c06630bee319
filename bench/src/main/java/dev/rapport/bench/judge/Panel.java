package dev.rapport.bench.judge;

import dev.rapport.bench.dataset.Gold;
import dev.rapport.memory.Query;
import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.FinishReason;
import dev.rapport.model.ModelException;
import dev.rapport.prompt.PromptText;
import dev.rapport.prompt.Unthought;
import dev.rapport.text.Fence;
import dev.rapport.text.Plain;
import dev.rapport.work.Calls;
import java.util.ArrayList;
import java.util.List;

/**
 * Several independent votes of one model (personamem-v2, arXiv 2512.06688, sec. 4.1: three judges).
 * More than half of the votes must be readable, and the side with more of those decides; a tie
 * decides nothing. Everything that people or models wrote stands in fences, so that an answer
 * cannot instruct its judge.
 */
final class Panel implements Judges {
  private static final int MOST_VOTES = 15;
  private static final int REPLY_TOKENS = 1024;
  private static final double TEMPERATURE = 1;
  private static final int LONGEST_REASON = 300;
  private static final int LONGEST_REPLY = 20_000;

  private static final PromptText POSITIVE = wording("positive.txt");
  private static final PromptText NEGATIVE = wording("negative.txt");
  private static final PromptText FACT = wording("fact.txt");
  private static final PromptText ABSTAIN = wording("abstain.txt");

  private final int votes;
  private final long seed;

  Panel(int votes, long seed) {
    if (votes < 1 || votes > MOST_VOTES) {
      throw new IllegalArgumentException(
          "%d judges; it must be 1 to %d".formatted(votes, MOST_VOTES));
    }
    this.votes = votes;
    this.seed = seed;
  }

  private static PromptText wording(String protocol) {
    return PromptText.of(Panel.class, "common.txt", protocol, "form.txt");
  }

  @Override
  public String promptVersion() {
    return new PromptText(POSITIVE.words() + NEGATIVE.words() + FACT.words() + ABSTAIN.words())
        .version();
  }

  @Override
  public int votes() {
    return votes;
  }

  @Override
  public Ruling judge(Query query, Gold gold, String answer, Calls calls) {
    if (lacks(gold)) {
      return Ruling.undecided("the data set does not say what a good answer is", List.of());
    }
    ChatRequest request = request(query, gold, answer);
    List<Vote> cast = new ArrayList<>();
    for (int i = 0; i < votes; i++) {
      cast.add(vote("judge " + (i + 1), request.withSeed(seed + i), calls));
    }
    return count(cast);
  }

  private static boolean lacks(Gold gold) {
    return switch (gold.protocol()) {
      case POSITIVE, NEGATIVE -> gold.preference().isBlank();
      case FACT -> gold.answer().isBlank();
      case ABSTAIN -> false;
    };
  }

  private static ChatRequest request(Query query, Gold gold, String answer) {
    String standard =
        switch (gold.protocol()) {
          case POSITIVE, NEGATIVE -> Fence.around("preference", gold.preference()) + "\n\n";
          case FACT -> Fence.around("reference", gold.answer()) + "\n\n";
          case ABSTAIN -> "";
        };
    PromptText wording =
        switch (gold.protocol()) {
          case POSITIVE -> POSITIVE;
          case NEGATIVE -> NEGATIVE;
          case FACT -> FACT;
          case ABSTAIN -> ABSTAIN;
        };
    String material =
        Fence.around("question", query.text())
            + "\n\n"
            + standard
            + Fence.around("answer", answer)
            + "\n\nNow give your verdict.";
    return ChatRequest.of(
            List.of(
                ChatMessage.system(wording.words() + "\n\n" + Fence.RULE),
                ChatMessage.user(material)),
            REPLY_TOKENS)
        .withTemperature(TEMPERATURE);
  }

  private static Vote vote(String step, ChatRequest request, Calls calls) {
    ChatReply reply;
    try {
      reply = calls.call(step, request);
    } catch (ModelException e) {
      return failed("%s: %s".formatted(e.kind(), e.getMessage()));
    }
    String text = reply.text();
    String said = Unthought.of(text.substring(Math.max(0, text.length() - LONGEST_REPLY))).strip();
    return VerdictReading.of(said)
        .map(yes -> new Vote(yes ? Vote.YES : Vote.NO, Plain.line(said, LONGEST_REASON)))
        .orElseGet(
            () ->
                failed(
                    reply.finish() == FinishReason.LENGTH
                        ? "the reply was cut before a verdict"
                        : "no verdict in: " + said));
  }

  private static Vote failed(String why) {
    return new Vote(Vote.FAILED, Plain.line(why, LONGEST_REASON));
  }

  private static Ruling count(List<Vote> cast) {
    long yes = cast.stream().filter(Vote::isYes).count();
    long no = cast.stream().filter(Vote::isNo).count();
    if (2 * (yes + no) <= cast.size()) {
      return Ruling.undecided(
          "%d of %d judges gave a verdict".formatted(yes + no, cast.size()), cast);
    }
    if (yes == no) {
      return Ruling.undecided("the judges tied %d to %d".formatted(yes, no), cast);
    }
    return yes > no
        ? new Ruling(Ruling.Finding.RIGHT, 1, "", cast)
        : new Ruling(Ruling.Finding.WRONG, 0, reason(cast), cast);
  }

  private static String reason(List<Vote> cast) {
    return cast.stream().filter(Vote::isNo).map(Vote::reason).findFirst().orElse("");
  }
}
