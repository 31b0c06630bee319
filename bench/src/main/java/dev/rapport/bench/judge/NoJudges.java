package dev.rapport.bench.judge;

import dev.rapport.bench.dataset.Gold;
import dev.rapport.memory.Query;
import dev.rapport.work.Calls;
import java.util.List;
import java.util.Locale;

/** No model judges. */
final class NoJudges implements Judges {
  private static final double RIGHT_FROM = 0.5;

  @Override
  public Ruling judge(Query query, Gold gold, String answer, Calls calls) {
    if (gold.protocol() != Gold.Protocol.FACT || gold.answer().isBlank()) {
      return Ruling.undecided("no judge model", List.of());
    }
    double f1 = TokenF1.of(answer, gold.answer());
    boolean right = f1 >= RIGHT_FROM;
    return new Ruling(
        right ? Ruling.Finding.RIGHT : Ruling.Finding.WRONG,
        f1,
        right ? "" : String.format(Locale.ROOT, "token F1 %.2f", f1),
        List.of());
  }

  @Override
  public String promptVersion() {
    return "";
  }

  @Override
  public int votes() {
    return 0;
  }
}
