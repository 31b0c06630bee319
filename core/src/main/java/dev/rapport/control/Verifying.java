package dev.rapport.control;

import dev.rapport.forget.Tombstone;
import dev.rapport.forget.Tombstones;
import dev.rapport.guard.Guard;
import dev.rapport.learn.MemoryStore;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.Revision;
import dev.rapport.page.Source;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import java.util.ArrayList;
import java.util.List;

/** Checks the laws that a store can be checked for: cap, provenance, forgetting, history. */
final class Verifying {
  private final MemoryStore store;
  private final Guard guard;

  Verifying(MemoryStore store, Guard guard) {
    this.store = store;
    this.guard = guard;
  }

  Verification verify(UserId user) {
    Page page = store.page(user);
    List<Tombstone> tombstones = store.tombstones(user);
    List<MemoryStore.Trace> traces = store.traces(user);
    List<String> faults = new ArrayList<>();
    int tokens = guard.tokens(page);
    if (tokens > guard.capTokens()) {
      faults.add("page has %d tokens, its cap is %d".formatted(tokens, guard.capTokens()));
    }
    checkProvenance(page, faults);
    checkHistory(page, store.revisions(user), faults);
    checkForgotten(store.key(user), page, tombstones, traces, faults);
    return new Verification(
        page.revision(),
        page.lines().size(),
        tokens,
        guard.capTokens(),
        traces.size(),
        tombstones.size(),
        faults);
  }

  private static void checkProvenance(Page page, List<String> faults) {
    for (Line line : page.lines()) {
      if (!line.isProtected() && line.sources().isEmpty()) {
        faults.add("line %s cannot say where it comes from".formatted(line.id()));
      }
    }
  }

  private static void checkHistory(Page page, List<Revision> revisions, List<String> faults) {
    long expected = 1;
    for (Revision revision : revisions) {
      if (revision.number() != expected) {
        faults.add("revision %d is missing".formatted(expected));
        expected = revision.number();
      }
      expected++;
    }
    if (expected - 1 != page.revision()) {
      faults.add(
          "page stands at revision %d, its history ends at %d"
              .formatted(page.revision(), expected - 1));
    }
  }

  private static void checkForgotten(
      PersonKey key,
      Page page,
      List<Tombstone> tombstones,
      List<MemoryStore.Trace> traces,
      List<String> faults) {
    for (Line line : page.lines()) {
      boolean mayStand = line.isProtected();
      if (!mayStand
          && Tombstones.matches(
              key, tombstones, line.text(), line.sources().stream().map(Source::turn).toList())) {
        faults.add("line %s holds words that were forgotten".formatted(line.id()));
      }
    }
    for (MemoryStore.Trace trace : traces) {
      if (!trace.place().startsWith("page ")
          && !trace.place().startsWith("revision " + page.revision() + " ")
          && Tombstones.matches(key, tombstones, trace.text(), List.of())) {
        faults.add("%s holds words that were forgotten".formatted(trace.place()));
      }
    }
  }
}
