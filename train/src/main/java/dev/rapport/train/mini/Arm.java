package dev.rapport.train.mini;

import dev.rapport.train.grpo.Credit;
import java.util.Locale;

/** What is done to a policy after SFT; each arm starts from the same weights. */
public enum Arm {
  /** GRPO with the full history in the prompt of the answer. */
  HISTORY("GRPO, full history", Source.HISTORY, Credit.ALL),
  /** GRPO over a page written chunk by chunk, blind to the question. */
  PAGE("GRPO, page", Source.PAGE, Credit.ALL),
  /** The control: the same, but what was written on the page gets no credit. */
  ANSWER_ONLY("GRPO, page, credit to the answer only", Source.PAGE, Credit.ANSWER_ONLY);

  private final String title;
  private final Source source;
  private final Credit credit;

  Arm(String title, Source source, Credit credit) {
    this.title = title;
    this.source = source;
    this.credit = credit;
  }

  public String title() {
    return title;
  }

  Source source() {
    return source;
  }

  Credit credit() {
    return credit;
  }

  String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
