package dev.rapport.cli;

import dev.rapport.control.ForgetPlan;
import dev.rapport.control.ForgetRequest;
import dev.rapport.person.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Forgets for good. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    description = {
      "Forgets for good: from the page, older revisions, quotes, waiting turns and stored replies;"
          + " and does not learn it again."
    },
    footer = {
      "",
      "Examples:",
      "  rapport page forget --user ana --line l7 --dry-run",
      "  rapport page forget --user ana --words \"loud guitars\"",
      "  rapport page forget --user ana --topic music --yes"
    })
final class PageForget extends UserSession {
  @ArgGroup(exclusive = true, multiplicity = "1")
  private What what = new What();

  @Option(names = "--dry-run", description = "Show what would go, change nothing.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  PageForget(Terminal terminal) {
    super(terminal);
  }

  /** What to forget, in one of three ways. */
  static final class What {
    @Option(names = "--line", paramLabel = "ID", description = "A line of the page.")
    private @Nullable String line;

    @Option(names = "--words", paramLabel = "TEXT", description = "Lines that hold these words.")
    private @Nullable String words;

    @Option(names = "--topic", paramLabel = "TEXT", description = "Lines on this topic.")
    private @Nullable String topic;

    ForgetRequest request() {
      if (line != null) {
        return new ForgetRequest.OfLine(PageWhy.Lines.id(line));
      }
      if (words != null) {
        return new ForgetRequest.OfWords(words);
      }
      return new ForgetRequest.OfTopic(topic == null ? "" : topic);
    }
  }

  @Override
  int run(Workspace workspace) {
    UserId user = user();
    ForgetRequest request = what.request();
    ForgetPlan plan = workspace.control().plan(user, request);
    if (!json()) {
      show(plan);
    }
    if (!dryRun) {
      confirm(yes, "Forgetting");
      plan = workspace.forget(user, request);
      say("Forgotten. \"page verify\" shows the evidence.");
    }
    if (json()) {
      printJson(result(plan));
    }
    return DONE;
  }

  private void show(ForgetPlan plan) {
    plan.lines().forEach(line -> print("- %s  %s".formatted(line.id(), line.text())));
    plan.places().forEach(place -> print("  also in: " + place));
    if (plan.isEmpty()) {
      say("Nothing stored speaks of it; forgetting it keeps it from being learned.");
    }
  }

  private Map<String, Object> result(ForgetPlan plan) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("dryRun", dryRun);
    result.put("lines", plan.lines().stream().map(line -> line.id().value()).toList());
    result.put("places", plan.places());
    return result;
  }
}
