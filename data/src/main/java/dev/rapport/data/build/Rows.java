package dev.rapport.data.build;

import dev.rapport.conversation.Role;
import dev.rapport.data.personamem.BenchmarkRow;
import dev.rapport.data.personamem.HistoryMessage;
import dev.rapport.data.personamem.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Makes the table's rows of a persona. */
final class Rows {
  static final String TWIN_SET = "twin_set";
  static final String TWIN_OPTION = "twin_option";
  static final String TWIN_OPTIONS = "twin_options";
  static final String SPLIT = "split";
  static final List<String> TWIN_COLUMNS = List.of(TWIN_SET, TWIN_OPTION, TWIN_OPTIONS, SPLIT);

  private final Source source;
  private final BuildSpec spec;

  Rows(Source source, BuildSpec spec) {
    this.source = source;
    this.spec = spec;
  }

  BenchmarkRow of(Item item, BuiltHistory history, String link) {
    Piece piece = piece(item);
    return row(
        item,
        history,
        link,
        item.correct(),
        item.incorrect(),
        item.preference(),
        piece.messages(),
        new LinkedHashMap<>());
  }

  /** The row of the set that the original history is for. */
  BenchmarkRow original(Item item, BuiltHistory history, String link, Split split) {
    return row(
        item,
        history,
        link,
        item.correct(),
        item.incorrect(),
        item.preference(),
        piece(item).messages(),
        extra(item, 0, split));
  }

  BenchmarkRow of(TwinPiece twin, BuiltHistory history, String link, Split split) {
    Item item = source.item(twin.item());
    List<String> wrong = new ArrayList<>(List.of(item.correct()));
    wrong.addAll(item.incorrect());
    String right = wrong.remove(twin.option() + 1);
    return row(
        item,
        history,
        link,
        right,
        wrong,
        twin.preference(),
        twin.messages(),
        extra(item, twin.option() + 1, split));
  }

  private Piece piece(Item item) {
    Piece piece = source.piecesById().get(item.piece());
    if (piece == null) {
      throw new IllegalStateException(item + " rests on no conversation");
    }
    return piece;
  }

  private SequencedMap<String, String> extra(Item item, int option, Split split) {
    List<String> options = new ArrayList<>(List.of(item.correct()));
    options.addAll(item.incorrect());
    SequencedMap<String, String> extra = new LinkedHashMap<>();
    extra.put(TWIN_SET, source.name() + "-" + item.id());
    extra.put(TWIN_OPTION, Integer.toString(option));
    extra.put(TWIN_OPTIONS, BenchmarkRow.list(options));
    extra.put(SPLIT, split.label());
    return extra;
  }

  private BenchmarkRow row(
      Item item,
      BuiltHistory history,
      String link,
      String correct,
      List<String> incorrect,
      String preference,
      List<HistoryMessage> snippet,
      SequencedMap<String, String> extra) {
    Window window =
        new Window(
            link,
            history.totalTokens(),
            history.distance(item.piece()),
            history.totalTokens() - history.irrelevantTokens(),
            history.irrelevantTokens());
    return new BenchmarkRow(
        source.number(),
        spec.isSmall() ? window : Window.NONE,
        spec.isSmall() ? Window.NONE : window,
        Layout.RAW + source.rawName(),
        source.shortPersona(),
        source.profile(),
        HistoryMessage.of(Role.USER, item.query()),
        correct,
        incorrect,
        item.topicQuery(),
        preference,
        item.topicPreference(),
        piece(item).scenario(),
        item.prefType(),
        snippet,
        item.who(),
        item.updated(),
        item.previous(),
        item.privateData(),
        extra);
  }
}
