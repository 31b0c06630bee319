package dev.rapport.local.write;

import dev.rapport.conversation.TurnId;
import dev.rapport.model.Embedder;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The page as it would stand after the turns read so far, and the edits that lead there. */
final class Board {
  private static final int MOST_SOURCES = 5;

  private final List<Slot> slots = new ArrayList<>();
  private final List<PageEdit> forgotten = new ArrayList<>();

  Board(Page page, Embedder embedder) {
    List<float[]> vectors = embedder.embed(page.lines().stream().map(Line::text).toList());
    for (int i = 0; i < page.lines().size(); i++) {
      slots.add(Slot.known(page.lines().get(i), vectors.get(i)));
    }
  }

  List<Slot> slots() {
    return List.copyOf(slots);
  }

  /**
   * A new line, unless the same is known: then its source joins the known line's, in the fuller
   * words of the two. A known line that it takes back says the newer thing from now on.
   */
  void learn(LineDraft draft, float[] vector) {
    for (Slot slot : slots) {
      switch (Sameness.of(slot, draft, vector)) {
        case SAME -> {
          if (!slot.isProtected()) {
            slot.say(withSources(slot.draft(), draft.sources()), slot.vector());
          }
          return;
        }
        case FULLER -> {
          if (!slot.isProtected()) {
            slot.say(withSources(draft, slot.draft().sources()), vector);
            return;
          }
        }
        case NEWER -> {
          if (!slot.isProtected()) {
            slot.say(draft, vector);
            return;
          }
        }
        case DIFFERENT -> {}
      }
    }
    slots.add(Slot.proposed(draft, vector));
  }

  /**
   * Takes the lines away as the person asked.
   *
   * @param words of the request, for what may come again though no line says it
   */
  void forget(List<Slot> concerned, String words) {
    List<Slot> known = concerned.stream().filter(slot -> slot.known != null).toList();
    forgotten.add(
        new PageEdit.Forget(known.stream().map(Board::ids).flatMap(List::stream).toList(), words));
    for (Slot slot : concerned) {
      slots.remove(slot);
      if (slot.known == null) {
        forgotten.add(new PageEdit.Forget(List.of(), slot.draft().text()));
      }
    }
  }

  List<PageEdit> edits() {
    List<PageEdit> edits = new ArrayList<>(forgotten);
    for (Slot slot : slots) {
      if (slot.known == null) {
        edits.add(new PageEdit.Add(slot.draft()));
      } else if (slot.isChanged()) {
        edits.add(new PageEdit.Replace(slot.known.id(), slot.draft()));
      }
    }
    return List.copyOf(edits);
  }

  private static List<LineId> ids(Slot slot) {
    return slot.known == null ? List.of() : List.of(slot.known.id());
  }

  private static LineDraft withSources(LineDraft draft, List<Source> more) {
    Set<Source> sources = new LinkedHashSet<>(draft.sources());
    sources.addAll(more);
    return new LineDraft(
        draft.section(),
        draft.text(),
        draft.owner(),
        draft.basis(),
        draft.kind(),
        draft.sensitivity(),
        draft.since(),
        sources.stream().limit(MOST_SOURCES).toList());
  }

  /** Turns a line was gathered from. */
  static Set<TurnId> turns(Slot slot) {
    Set<TurnId> turns = new LinkedHashSet<>();
    slot.draft().sources().forEach(source -> turns.add(source.turn()));
    return turns;
  }
}
