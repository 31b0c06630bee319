package dev.rapport.guard;

import dev.rapport.page.Author;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.PageEditing;
import dev.rapport.page.PageMarkdown;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.text.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands between whoever wants to change a page and the page. Whatever is proposed, afterwards the
 * page is within its cap, the person's own lines are as they were, nothing private or forgotten is
 * on it, and no more of it is lost than may be. Immutable and safe for several threads.
 */
public final class Guard {
  private final GuardConfig config;
  private final TokenCounter counter;
  private final PrivacyGate gate;

  private Guard(GuardConfig config, TokenCounter counter, PrivacyGate gate) {
    this.config = config;
    this.counter = counter;
    this.gate = gate;
  }

  /**
   * @param counter its name must be the tokenizer of the pages that are checked
   */
  public static Guard of(GuardConfig config, TokenCounter counter, PrivacyGate gate) {
    return new Guard(config, counter, gate);
  }

  public int capTokens() {
    return config.capTokens();
  }

  /** Tokens of the page's Markdown, as the cap counts them. */
  public int tokens(Page page) {
    return counter.count(PageMarkdown.render(page));
  }

  /**
   * Checks edits and applies what may be applied.
   *
   * @param last false when the writer may still repair: then too much loss or too many tokens give
   *     {@link Guarded.Outcome#NEEDS_REPAIR}; true to settle it here
   */
  public Guarded check(Page base, List<PageEdit> edits, GuardContext context, boolean last) {
    if (!base.tokenizer().equals(counter.name())) {
      throw new IllegalArgumentException(
          "page of %s is counted with %s, this guard with %s; open it with tokenizer %s"
              .formatted(base.user(), base.tokenizer(), counter.name(), base.tokenizer()));
    }
    List<GuardFinding> findings = new ArrayList<>();
    List<PageEdit> allowed =
        new Screening(base, context, config, counter, gate, findings).screen(edits);
    if (context.author() == Author.MODEL && new Loss(config).isTooMuch(base, allowed, findings)) {
      return new Guarded(
          last ? Guarded.Outcome.REFUSED : Guarded.Outcome.NEEDS_REPAIR, base, List.of(), findings);
    }
    Page edited = PageEditing.apply(base, allowed, context.author());
    return keepCap(base, edited, allowed, last, findings);
  }

  private Guarded keepCap(
      Page base, Page edited, List<PageEdit> allowed, boolean last, List<GuardFinding> findings) {
    int tokens = tokens(edited);
    if (tokens <= config.capTokens()) {
      return new Guarded(Guarded.Outcome.ACCEPTED, edited, allowed, findings);
    }
    if (!last) {
      findings.add(
          new GuardFinding(
              GuardFinding.Rule.CAP,
              "page",
              "it would have %d tokens, at most %d".formatted(tokens, config.capTokens())));
      return new Guarded(Guarded.Outcome.NEEDS_REPAIR, base, List.of(), findings);
    }
    Page fitted = new Fitting(counter, config.capTokens()).fit(edited, findings);
    int left = tokens(fitted);
    if (left <= config.capTokens()) {
      Page page = fitted.lines().equals(base.lines()) ? base : fitted;
      return new Guarded(Guarded.Outcome.ACCEPTED, page, Applied.of(allowed, base, page), findings);
    }
    findings.add(
        new GuardFinding(
            GuardFinding.Rule.CAP,
            "page",
            "the person's own lines alone have %d tokens more than the %d allowed"
                .formatted(left - config.capTokens(), config.capTokens())));
    return new Guarded(Guarded.Outcome.REFUSED, base, List.of(), findings);
  }
}
