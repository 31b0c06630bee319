package dev.rapport.guard;

import dev.rapport.guard.GuardFinding.Rule;
import dev.rapport.guard.Guarded.Outcome;
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
 * page is within its cap, the person's own lines are as they were, a model has put nothing private
 * or forgotten on it, and no more of it is lost than may be. Immutable and safe for several
 * threads.
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
   * Checks edits and applies what may be applied. An accepted page is the base with {@link
   * Guarded#applied}; whatever else was asked has a finding. A page that was over a cap lowered
   * since may stay over it, if it becomes no larger.
   *
   * @param last false when the writer may still repair: then too much loss or too many tokens give
   *     {@link Outcome#NEEDS_REPAIR}; true to settle it here
   * @throws IllegalArgumentException if the page is counted with another tokenizer
   */
  public Guarded check(Page base, List<PageEdit> edits, GuardContext context, boolean last) {
    if (!base.tokenizer().equals(counter.name())) {
      throw new IllegalArgumentException(
          "page of %s is counted with \"%s\", this guard counts with \"%s\"; use tokenizer %s"
              .formatted(base.user(), base.tokenizer(), counter.name(), base.tokenizer()));
    }
    List<GuardFinding> findings = new ArrayList<>();
    LineScreening lines = new LineScreening(base, edits, context, config, counter, gate, findings);
    List<PageEdit> allowed = new Screening(base, context, lines, findings).screen(edits);
    Loss loss = new Loss(config, context.sourceText());
    if (context.author() == Author.MODEL && loss.isTooMuch(base, allowed, findings)) {
      // What the person asked to forget is no loss, and is done even if the rest is refused.
      List<PageEdit> asked = last ? loss.wishes(base, allowed) : List.of();
      if (asked.isEmpty()) {
        return kept(base, last ? Outcome.REFUSED : Outcome.NEEDS_REPAIR, findings);
      }
      allowed = asked;
    }
    return keepCap(base, allowed, context.author(), last, findings);
  }

  private Guarded keepCap(
      Page base, List<PageEdit> allowed, Author author, boolean last, List<GuardFinding> findings) {
    Page edited = PageEditing.apply(base, allowed, author);
    int tokens = tokens(edited);
    if (tokens <= config.capTokens() || edited.revision() == base.revision()) {
      return new Guarded(Outcome.ACCEPTED, edited, allowed, findings);
    }
    if (!last) {
      find(findings, "it would have %d tokens, at most %d".formatted(tokens, config.capTokens()));
      return kept(base, Outcome.NEEDS_REPAIR, findings);
    }
    Fitting.Fitted fitted = new Fitting(counter, config.capTokens()).fit(base, allowed, author);
    int left = tokens(fitted.page());
    if (left <= config.capTokens()) {
      findings.addAll(fitted.findings());
      return new Guarded(Outcome.ACCEPTED, fitted.page(), fitted.edits(), findings);
    }
    find(
        findings,
        "the person's own lines have %d tokens more than the %d that fit; nothing was added"
            .formatted(left - config.capTokens(), config.capTokens()));
    return onlySmaller(base, allowed, author, findings);
  }

  /** No room for anything: what makes the page smaller may still be done. */
  private Guarded onlySmaller(
      Page base, List<PageEdit> allowed, Author author, List<GuardFinding> findings) {
    List<PageEdit> smaller =
        author == Author.USER ? allowed : allowed.stream().filter(Guard::takesAway).toList();
    Page page = PageEditing.apply(base, smaller, author);
    boolean changed = page.revision() != base.revision();
    return changed && tokens(page) <= tokens(base)
        ? new Guarded(Outcome.ACCEPTED, page, smaller, findings)
        : kept(base, Outcome.REFUSED, findings);
  }

  private static boolean takesAway(PageEdit edit) {
    return edit instanceof PageEdit.Remove || edit instanceof PageEdit.Forget;
  }

  private static Guarded kept(Page base, Outcome outcome, List<GuardFinding> findings) {
    return new Guarded(outcome, base, List.of(), findings);
  }

  private static void find(List<GuardFinding> findings, String why) {
    findings.add(new GuardFinding(Rule.CAP, "page", why));
  }
}
