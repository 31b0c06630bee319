package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.report.Report;
import dev.rapport.bench.run.Account;
import dev.rapport.bench.run.Estimate;
import dev.rapport.bench.run.Limits;
import dev.rapport.bench.run.Run;
import dev.rapport.bench.run.RunFolder;
import dev.rapport.bench.run.RunParts;
import dev.rapport.bench.run.RunResult;
import dev.rapport.bench.run.RunSession;
import dev.rapport.bench.run.RunSpec;
import dev.rapport.bench.run.Stage;
import dev.rapport.model.ModelRole;
import dev.rapport.store.SqliteStore;
import dev.rapport.work.PriceList;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins or resumes a run: says what it will cost, does it, says what came of it. */
final class BenchDesk {
  private static final String STORE = "run.db";

  private final Terminal terminal;
  private final Settings settings;
  private final BenchPace pace;

  BenchDesk(Terminal terminal, Settings settings, BenchPace pace) {
    this.terminal = terminal;
    this.settings = settings;
    this.pace = pace;
  }

  int run(RunSpec spec, Dataset dataset, Path data, Path folder, @Nullable Stage from) {
    BenchWiring wiring = new BenchWiring(spec, settings, Clock.systemUTC());
    PriceList prices = Models.prices(settings);
    Map<ModelRole, String> models = wiring.modelNames();
    Limits limits = pace.limits();
    requirePrices(models, prices);
    Estimate estimate = estimate(spec, dataset, folder, wiring, models, prices);
    dataset.notes().forEach(note -> terminal.err().println(note));
    BenchPrint print = new BenchPrint(terminal, pace.json);
    if (pace.estimate) {
      print.estimate(estimate);
      return Session.DONE;
    }
    if (!estimate.items().isEmpty()) {
      print.announce(estimate);
    }
    RunResult result = finish(spec, dataset, data, folder, from, wiring, limits);
    if (result.finished()) {
      report(folder);
    }
    print.result(spec, folder, result);
    return result.finished() ? Session.DONE : Session.FAILED;
  }

  private void report(Path folder) {
    BenchReading run = BenchReading.of(folder);
    Optional<BenchReading> without = run.baseline();
    Report.of(without.isPresent() ? run.records(without.get()) : run.records())
        .write(folder, run.data())
        .forEach(file -> terminal.err().println("wrote " + file));
  }

  private RunResult finish(
      RunSpec spec,
      Dataset dataset,
      Path data,
      Path folder,
      @Nullable Stage from,
      BenchWiring wiring,
      Limits limits) {
    try (RunSession session = RunSession.open(folder, spec, data, from);
        SqliteStore store = SqliteStore.open(folder.resolve(STORE), settings.tokenizer());
        BenchProgress progress = new BenchProgress(terminal)) {
      Account account =
          Account.open(store.ledger(), store.ledgerBook().since(Instant.EPOCH), limits);
      RunParts parts = wiring.parts(store.journal(), account, pace.limiter());
      Run run = Run.of(session, dataset, parts, pace.parallel(), progress);
      if (pace.retryFailed) {
        run.dropFailed();
      }
      return run.finish();
    }
  }

  private Estimate estimate(
      RunSpec spec,
      Dataset dataset,
      Path folder,
      BenchWiring wiring,
      Map<ModelRole, String> models,
      PriceList prices) {
    try (SqliteStore none = SqliteStore.inMemory()) {
      Account account = Account.open(none.ledger(), java.util.List.of(), Limits.NONE);
      RunParts parts = wiring.parts(none.journal(), account, pace.limiter());
      return Estimate.of(RunFolder.at(folder), spec, dataset, parts, models, prices);
    }
  }

  private void requirePrices(Map<ModelRole, String> models, PriceList prices) {
    if (pace.maxUsd != null) {
      models.values().forEach(model -> SpendingLimit.requirePrice(model, prices));
    }
  }
}
