package dev.rapport.train.mini;

import dev.rapport.train.grpo.Credit;
import java.util.Locale;

/** What is done to a policy after SFT; each arm starts from the same weights. */
public enum Arm {
  /** GRPO with the full history in the prompt of the answer. */
  HISTORY("GRPO, full history", false, Credit.ALL),
  /** GRPO over a page written chunk by chunk, blind to the question. */
  PAGE("GRPO, page", true, Credit.ALL),
  /** The control: the same, but what was written on the page gets no credit. */
  ANSWER_ONLY("GRPO, page, credit to the answer only", true, Credit.ANSWER_ONLY);

  private final String title;
  private final boolean paged;
  private final Credit credit;

  Arm(String title, boolean paged, Credit credit) {
    this.title = title;
    this.paged = paged;
    this.credit = credit;
  }

  public String title() {
    return title;
  }

  boolean paged() {
    return paged;
  }

  Credit credit() {
    return credit;
  }

  String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
