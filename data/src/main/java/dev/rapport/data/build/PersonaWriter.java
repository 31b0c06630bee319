package dev.rapport.data.build;

import dev.rapport.data.personamem.BenchmarkWriter;
import dev.rapport.data.personamem.HistoryFile;
import dev.rapport.data.personamem.HistoryMetadata;
import dev.rapport.text.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes all that belongs to one persona. */
final class PersonaWriter {
  private final Path root;
  private final BuildSpec spec;
  private final TokenCounter counter;
  private final List<CountedFiller> fillers;

  PersonaWriter(Path root, BuildSpec spec, TokenCounter counter, List<CountedFiller> fillers) {
    this.root = root;
    this.spec = spec;
    this.counter = counter;
    this.fillers = List.copyOf(fillers);
  }

  /** Reads and lays out without writing, so that all personas without room are told at once. */
  Plan plan(Source source) {
    return Plan.of(
        source, goldPersona(source), fillers, counter, spec.contextTokens(), spec.seed());
  }

  /** Every history begins with it, from the system, as the published ones do. */
  static String goldPersona(Source source) {
    return "You are talking to this person, whose profile you know:\n" + source.profile();
  }

  void write(Source source, Split split, BenchmarkWriter table, BenchmarkWriter twins, Tally tally)
      throws IOException {
    Plan plan = plan(source);
    tally.add(split, source, plan);
    Path raw = root.resolve(Layout.RAW + source.rawName());
    Files.createDirectories(raw.getParent());
    Files.writeString(raw, source.raw());
    Rows rows = new Rows(source, spec);
    BuiltHistory history = BuiltHistory.of(plan, goldPersona(source), "", List.of(), counter);
    String link = Layout.history(spec.contextTokens(), source.number());
    write(source, history, link, tally);
    for (Item item : source.items()) {
      table.write(rows.of(item, history, link));
      List<TwinPiece> others =
          source.twins().stream().filter(twin -> twin.item().equals(item.id())).toList();
      if (!others.isEmpty()) {
        tally.addTwinSet();
        twins.write(rows.original(item, history, link, split));
        for (TwinPiece twin : others) {
          writeTwin(source, plan, item, twin, split, rows, twins, tally);
        }
      }
    }
  }

  private void writeTwin(
      Source source,
      Plan plan,
      Item item,
      TwinPiece twin,
      Split split,
      Rows rows,
      BenchmarkWriter twins,
      Tally tally)
      throws IOException {
    BuiltHistory history =
        BuiltHistory.of(plan, goldPersona(source), item.piece(), twin.messages(), counter);
    String link =
        Layout.twinHistory(spec.contextTokens(), source.number(), item.id(), twin.option() + 1);
    write(source, history, link, tally);
    twins.write(rows.of(twin, history, link, split));
  }

  private void write(Source source, BuiltHistory history, String link, Tally tally)
      throws IOException {
    Path file = root.resolve(link);
    Files.createDirectories(file.getParent());
    HistoryFile.write(
        file,
        new HistoryMetadata(
            history.messages().size() + 1,
            history.totalTokens(),
            source.number(),
            source.rawName(),
            history.totalTokens() - history.irrelevantTokens(),
            history.irrelevantTokens()),
        goldPersona(source),
        history.messages());
    tally.addHistory(history.totalTokens());
  }
}
