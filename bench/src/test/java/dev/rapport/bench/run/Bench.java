package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.judge.Judges;
import dev.rapport.chunk.ChunkMode;
import dev.rapport.chunk.ChunkerConfig;
import dev.rapport.memory.Answerer;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelRole;
import dev.rapport.work.CallConfig;
import dev.rapport.work.Calls;
import dev.rapport.work.CallsFactory;
import dev.rapport.work.LedgerEntry;
import dev.rapport.work.LimiterConfig;
import dev.rapport.work.ManualTime;
import dev.rapport.work.MemoryJournal;
import dev.rapport.work.Price;
import dev.rapport.work.PriceList;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A run on a bench: what is stored outlives its sessions. */
final class Bench {
  final Path folder;
  final MemoryJournal journal = new MemoryJournal();
  final List<LedgerEntry> ledger = Collections.synchronizedList(new ArrayList<>());
  Remembering<?> memory = new Remembering.Kept<>(new NotesMemory(), NotesMemory.CODEC);
  Judges judges = Judges.panel(3, 1);
  Limits limits = Limits.NONE;
  int parallel = 4;
  int retries = 1;

  Bench(Path folder) {
    this.folder = folder;
  }

  static RunSpec spec(Mode mode) {
    return new RunSpec(
        "small",
        "v1",
        "notes",
        Variant.BLIND,
        mode,
        new LinkedHashMap<>(),
        new LinkedHashMap<>(Map.of("answer", "fake")),
        new LinkedHashMap<>(),
        1,
        1000,
        0);
  }

  RunResult run(Dataset dataset, Mode mode, LanguageModel model) {
    return run(dataset, spec(mode), model);
  }

  RunResult run(Dataset dataset, RunSpec spec, LanguageModel model) {
    try (RunSession session = RunSession.open(folder, spec, folder, null)) {
      return Run.of(session, dataset, parts(model), parallel, RunListener.SILENT).finish();
    }
  }

  RunParts parts(LanguageModel model) {
    Account account = Account.open(ledger::add, List.copyOf(ledger), limits);
    LinkedHashMap<String, Price> prices = new LinkedHashMap<>();
    prices.put("fake", new Price(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TEN));
    CallsFactory calls =
        CallsFactory.of(
            journal,
            account,
            PriceList.of(prices),
            new CallConfig(
                retries, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMinutes(1)),
            new ManualTime(),
            new SplittableRandom(1));
    for (ModelRole role : List.of(ModelRole.WRITE, ModelRole.ANSWER, ModelRole.JUDGE)) {
      calls.bind(role, model, new LimiterConfig(64, 0, 0));
    }
    return new RunParts(
        memory,
        new Reading(
            text -> List.of(), new Quarters(), new ChunkerConfig(5000, ChunkMode.WHOLE_TURNS)),
        new HashedOrder(1),
        Bench::answerer,
        false,
        judges,
        calls,
        account);
  }

  private static Answerer answerer(Calls calls) {
    return new FakeAnswerer(calls);
  }

  /** All three files, one after the other. */
  String bytes() {
    try {
      StringBuilder bytes = new StringBuilder();
      for (Stage stage : Stage.values()) {
        bytes.append(Files.readString(folder.resolve(stage.file()), StandardCharsets.UTF_8));
      }
      return bytes.toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
