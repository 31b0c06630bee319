package dev.rapport.data.build;

import dev.rapport.text.TokenCounter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which conversations of a persona go into its histories, in what order, and with which fillers
 * between them. All histories of a persona, twins too, share it.
 *
 * @param groups conversations in order; those of a group stand together
 * @param gaps fillers before each group and after the last: one more than groups
 * @param leftOut conversations that found no room
 * @param longest tokens of the persona's longest history, padding included
 * @param repeats how many fillers stand there for a second time or more
 */
record Plan(
    List<List<Piece>> groups,
    List<List<CountedFiller>> gaps,
    int leftOut,
    long longest,
    int repeats) {
  /** Sizes of a persona's parts, each counted once. */
  private static final class Sizes {
    private final Map<String, Long> pieces = new HashMap<>();
    private final long persona;

    /** How much the largest twin is larger than what it stands for. */
    private final long twin;

    private Sizes(Source source, String goldPersona, TokenCounter counter) {
      persona = counter.count(goldPersona);
      source.pieces().forEach(p -> pieces.put(p.id(), Tokens.of(p.messages(), counter)));
      long most = 0;
      for (TwinPiece twinPiece : source.twins()) {
        long size = Tokens.of(twinPiece.messages(), counter);
        most = Math.max(most, size - of(source.item(twinPiece.item()).piece()));
      }
      twin = most;
    }

    private long of(String piece) {
      return pieces.getOrDefault(piece, 0L);
    }
  }

  static Plan of(
      Source source,
      String goldPersona,
      List<CountedFiller> fillers,
      TokenCounter counter,
      int contextTokens,
      long seed) {
    Sizes sizes = new Sizes(source, goldPersona, counter);
    long mixed = Seeds.mix(seed, source.number());
    List<List<Piece>> all = Arrangement.of(source.pieces(), mixed);
    Set<String> kept = kept(source, all, sizes, contextTokens);
    List<List<Piece>> groups = new ArrayList<>();
    for (List<Piece> group : all) {
      List<Piece> rest = group.stream().filter(piece -> kept.contains(piece.id())).toList();
      if (!rest.isEmpty()) {
        groups.add(rest);
      }
    }
    long relevant = sizes.persona + sizes.twin + kept.stream().mapToLong(sizes::of).sum();
    List<CountedFiller> chosen = Padding.of(fillers, contextTokens - relevant, Seeds.mix(mixed, 1));
    return new Plan(
        groups,
        spread(chosen, groups.size() + 1),
        source.pieces().size() - kept.size(),
        relevant + chosen.stream().mapToLong(CountedFiller::tokens).sum(),
        chosen.size() - new HashSet<>(chosen).size());
  }

  /** All conversations if they fit; else those that a question needs, and what fits of others. */
  private static Set<String> kept(
      Source source, List<List<Piece>> groups, Sizes sizes, int contextTokens) {
    Set<String> kept = new HashSet<>();
    source.items().forEach(item -> need(source.piecesById(), item.piece(), kept));
    long left = contextTokens - sizes.persona - sizes.twin;
    left -= kept.stream().mapToLong(sizes::of).sum();
    if (left < 0) {
      throw new NoRoomException(source.name(), contextTokens - left, contextTokens);
    }
    for (List<Piece> group : groups) {
      for (Piece piece : group) {
        long size = sizes.of(piece.id());
        if (size <= left && kept.add(piece.id())) {
          left -= size;
        }
      }
    }
    return kept;
  }

  private static void need(Map<String, Piece> pieces, String id, Set<String> needed) {
    Piece piece = pieces.get(id);
    if (piece != null && needed.add(id)) {
      piece.after().forEach(other -> need(pieces, other, needed));
      piece.follows().forEach(other -> need(pieces, other, needed));
    }
  }

  private static List<List<CountedFiller>> spread(List<CountedFiller> fillers, int gaps) {
    List<List<CountedFiller>> spread = new ArrayList<>();
    for (int i = 0; i < gaps; i++) {
      spread.add(new ArrayList<>());
    }
    for (int i = 0; i < fillers.size(); i++) {
      spread.get((int) ((long) i * gaps / fillers.size())).add(fillers.get(i));
    }
    return spread.stream().map(List::copyOf).toList();
  }
}
