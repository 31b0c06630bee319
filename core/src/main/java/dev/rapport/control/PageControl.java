package dev.rapport.control;

import dev.rapport.guard.Guard;
import dev.rapport.guard.GuardContext;
import dev.rapport.guard.Guarded;
import dev.rapport.learn.Forgetting;
import dev.rapport.learn.MemoryStore;
import dev.rapport.model.Embedder;
import dev.rapport.page.Author;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.PageEditing;
import dev.rapport.page.Revision;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import dev.rapport.text.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A person's hand on their own page. Everything here outranks what a model wrote, and every change
 * but an erasure is a revision that can be undone. Safe for several threads.
 */
public final class PageControl {
  private static final int MOST_RACES = 8;

  private final MemoryStore store;
  private final Guard guard;
  private final TopicMatcher topics;
  private final Clock clock;

  public PageControl(MemoryStore store, Guard guard, Embedder embedder, Clock clock) {
    this.store = store;
    this.guard = guard;
    this.topics = new TopicMatcher(embedder);
    this.clock = clock;
  }

  /**
   * Applies a person's edits.
   *
   * @param edits from the page as it now stands
   * @return what became of them; the page as it was when they were refused
   */
  public Guarded edit(UserId user, Function<Page, List<PageEdit>> edits, Revision.Cause cause) {
    for (int race = 0; race < MOST_RACES; race++) {
      Page page = store.page(user);
      GuardContext context =
          new GuardContext(Author.USER, store.key(user), store.tombstones(user), "");
      Guarded guarded = guard.check(page, edits.apply(page), context, true);
      if (guarded.outcome() != Guarded.Outcome.ACCEPTED
          || guarded.page().revision() == page.revision()) {
        return guarded;
      }
      if (move(user, Forgetting.NOTHING, page, guarded.page(), cause)) {
        return guarded;
      }
    }
    throw new PageRaceException(user, MOST_RACES);
  }

  /** Pins or unpins a line. */
  public Guarded pin(UserId user, LineId id, boolean pinned) {
    return edit(
        user,
        page -> {
          requireLine(page, id);
          return List.of(pinned ? new PageEdit.Pin(id) : new PageEdit.Unpin(id));
        },
        new Revision.Cause(Revision.Kind.PINNED, (pinned ? "pin " : "unpin ") + id));
  }

  /**
   * Takes the newest revision back, as a new revision with the lines of the one before. What was
   * forgotten stays forgotten.
   *
   * @return the page afterwards; empty when there is nothing to undo
   */
  public Optional<Page> undo(UserId user) {
    for (int race = 0; race < MOST_RACES; race++) {
      Page page = store.page(user);
      List<Revision> revisions = store.revisions(user);
      if (page.revision() == 0) {
        return Optional.empty();
      }
      Revision undone = Undoing.target(revisions);
      Page earlier = Undoing.before(undone, revisions, page);
      Page next = page.next(earlier.lines(), page.nextLine());
      Revision.Cause cause =
          new Revision.Cause(Revision.Kind.UNDONE, "revision " + undone.number());
      if (move(user, Forgetting.NOTHING, page, next, cause)) {
        return Optional.of(next);
      }
    }
    throw new PageRaceException(user, MOST_RACES);
  }

  /** What a request to forget would remove. Changes nothing. */
  public ForgetPlan plan(UserId user, ForgetRequest request) {
    Page page = store.page(user);
    List<Line> lines = lines(page, request);
    Forgetting forgetting = forgetting(page, lines, request, store.key(user));
    List<String> places =
        store.traces(user).stream()
            .filter(trace -> !trace.place().startsWith("page "))
            .filter(trace -> forgetting.concerns(trace.text()))
            .map(MemoryStore.Trace::place)
            .toList();
    return new ForgetPlan(request, lines, places);
  }

  /**
   * Forgets: the lines go, their words go from older revisions, waiting turns and replies, and
   * tombstones without words keep them from being learned again.
   *
   * @return what was removed
   */
  public ForgetPlan forget(UserId user, ForgetRequest request) {
    for (int race = 0; race < MOST_RACES; race++) {
      ForgetPlan plan = plan(user, request);
      Page page = store.page(user);
      Forgetting forgetting = forgetting(page, plan.lines(), request, store.key(user));
      PageEdit.Forget edit =
          new PageEdit.Forget(plan.lines().stream().map(Line::id).toList(), wordsOf(request));
      Page edited = PageEditing.apply(page, List.of(edit), Author.USER);
      Page next =
          edited.revision() == page.revision() ? page.next(page.lines(), page.nextLine()) : edited;
      Revision.Cause cause =
          new Revision.Cause(Revision.Kind.FORGOTTEN, "%d lines".formatted(plan.lines().size()));
      if (move(user, forgetting, page, next, cause)) {
        return plan;
      }
    }
    throw new PageRaceException(user, MOST_RACES);
  }

  /** Looks for anything that should not be, in every stored text of the person. */
  public Verification verify(UserId user) {
    return new Verifying(store, guard).verify(user);
  }

  /** Removes the person and everything held of them. */
  public void erase(UserId user) {
    store.erase(user);
  }

  private boolean move(
      UserId user, Forgetting forgetting, Page page, Page next, Revision.Cause cause) {
    Revision revision = forgetting.revision(page, next, cause, clock.instant());
    return store.advance(
        user,
        new MemoryStore.Step(revision, List.of(), forgetting.tombstones(), forgetting.purge()));
  }

  private Forgetting forgetting(Page page, List<Line> lines, ForgetRequest request, PersonKey key) {
    PageEdit.Forget edit =
        new PageEdit.Forget(lines.stream().map(Line::id).toList(), wordsOf(request));
    return Forgetting.of(page, List.of(edit), key, clock.instant());
  }

  private List<Line> lines(Page page, ForgetRequest request) {
    return switch (request) {
      case ForgetRequest.OfLine one -> List.of(requireLine(page, one.id()));
      case ForgetRequest.OfWords some -> holding(page, some.words());
      case ForgetRequest.OfTopic about -> topics.find(about.topic(), page.lines());
    };
  }

  private static List<Line> holding(Page page, String words) {
    String wanted = Words.plain(words);
    List<Line> lines = new ArrayList<>();
    for (Line line : page.lines()) {
      boolean held =
          Words.plain(line.text()).contains(wanted)
              || line.sources().stream()
                  .anyMatch(source -> Words.plain(source.quote()).contains(wanted));
      if (held) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static String wordsOf(ForgetRequest request) {
    return switch (request) {
      case ForgetRequest.OfLine one -> "";
      case ForgetRequest.OfWords some -> some.words();
      case ForgetRequest.OfTopic about -> about.topic();
    };
  }

  private static Line requireLine(Page page, LineId id) {
    return page.line(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "line %s is not on the page of %s at revision %d; \"page show\" prints the ids"
                        .formatted(id, page.user(), page.revision())));
  }
}
