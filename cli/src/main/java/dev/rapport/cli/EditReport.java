package dev.rapport.cli;

import dev.rapport.guard.Guarded;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells what became of a person's edit. */
final class EditReport {
  private EditReport() {}

  static int of(UserSession session, Workspace workspace, Guarded guarded) {
    boolean refused = guarded.outcome() != Guarded.Outcome.ACCEPTED;
    if (session.json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("accepted", !refused);
      result.put("revision", guarded.page().revision());
      result.put(
          "findings",
          guarded.findings().stream()
              .map(finding -> finding.where() + ": " + finding.why())
              .toList());
      session.printJson(result);
    } else {
      guarded.findings().forEach(finding -> session.say(finding.where() + ": " + finding.why()));
      session.say(
          refused
              ? "Nothing was changed."
              : "The page is at revision %d, %,d of %,d tokens."
                  .formatted(
                      guarded.page().revision(),
                      workspace.tokens(guarded.page()),
                      workspace.capTokens()));
    }
    return refused ? Session.FAILED : Session.DONE;
  }
}
