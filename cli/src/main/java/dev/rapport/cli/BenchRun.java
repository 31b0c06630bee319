package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.run.Mode;
import dev.rapport.bench.run.RunData;
import dev.rapport.bench.run.RunSpec;
import dev.rapport.bench.run.Stage;
import dev.rapport.bench.run.Variant;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a memory over a data set. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Lets a memory read every history of a data set, asks all questions of it, and scores the"
          + " answers. Pages are written once per history, blind to the questions.",
      "",
      "The folder given with --out holds the run: spec.json, pages.jsonl, answers.jsonl,"
          + " verdicts.jsonl, and run.db with every paid reply. Run the same command again, or"
          + " \"bench resume\", and it goes on where it was stopped or killed; nothing is paid twice."
    },
    footer = {
      "",
      "Examples:",
      "  rapport bench run --dataset personamem-v2:data --strategy page --out runs/page",
      "  rapport bench run --dataset personamem-v2:data --strategy nomemory --out runs/nothing",
      "  rapport bench run --dataset locomo:locomo10.json --strategy rag-hybrid --mode open \\",
      "      --model ollama:qwen3:4b --judge-model openai:gpt-5-mini --max-usd 5 --out runs/locomo",
      "  rapport bench run --dataset personamem-v2:data --size 32k --strategy page \\",
      "      --model openai:gpt-5-mini --estimate --out runs/gpt"
    })
final class BenchRun implements Callable<Integer> {
  private static final int PAGE_BUDGET = 2048;

  /** Holds a history of 32k tokens with its labels; the published harness cuts there too. */
  private static final int CONTEXT_BUDGET = 40_000;

  private final Terminal terminal;

  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "NAME:FOLDER",
      description = "What to run on; \"bench datasets\" lists the names.")
  private String dataset = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The run's folder; made if need be.")
  private String out = "";

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      description =
          "page, nomemory, fullcontext (the newest whole turns that fit --recall-tokens),"
              + " rag-bm25, rag-dense, rag-hybrid, or oracle (only the messages the answer rests"
              + " on: no memory, but what an answerer makes of perfect recall)."
              + " Default: ${DEFAULT-VALUE}.")
  private String strategy = "page";

  @Option(
      names = "--variant",
      paramLabel = "NAME",
      description =
          "blind, or a published set-up to compare with: query-aware (a page per question, written"
              + " with the question in sight), persona-in-context (the gold persona at the head of"
              + " the history). Default: ${DEFAULT-VALUE}.")
  private String variant = "blind";

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "choice (with options), open (in words), or both."
              + " Default: choice where there are options.")
  @Nullable String mode;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Ask the first N questions only. Default: all.")
  private int limit;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the option order and of every model call. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--order",
      paramLabel = "NAME",
      description =
          "How options are shuffled: hash (of seed, question and words), or python (the letters of"
              + " the published training files: seed 42 + row). Default: ${DEFAULT-VALUE}.")
  private String order = "hash";

  @Option(
      names = "--recall-tokens",
      paramLabel = "N",
      description =
          "Most tokens a memory may hand to the answerer. Default: 2048; of a page, its"
              + " --cap-tokens; 40000 for fullcontext.")
  private int recallTokens;

  @Option(
      names = "--cap-tokens",
      paramLabel = "N",
      description = "Most tokens of a page. Default: cap-tokens of rapport.yaml, or 2048.")
  private int capTokens;

  @Option(
      names = "--chunk-tokens",
      paramLabel = "N",
      description = "Tokens read at a time. Default: chunk-tokens of rapport.yaml, or 5000.")
  private int chunkTokens;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "Writes pages: none (the built-in engine: no key, no network), openai:NAME, ollama:NAME,"
              + " URL#NAME, or local:DIR (a model's folder). Default: RAPPORT_MODEL, rapport.yaml, or none.")
  @Nullable String model;

  @Option(
      names = "--answer-model",
      paramLabel = "MODEL",
      description = "Answers. Default: as --model.")
  @Nullable String answerModel;

  @Option(
      names = "--judge-model",
      paramLabel = "MODEL",
      description = "Judges answers in words. Default: RAPPORT_JUDGE_MODEL, or none.")
  @Nullable String judgeModel;

  @Option(
      names = "--judges",
      paramLabel = "N",
      description = "Votes on each answer in words. Default: ${DEFAULT-VALUE}.")
  private int judges = 3;

  @Option(
      names = "--from",
      paramLabel = "STAGE",
      description =
          "Redo from here: pages, answers or verdicts. What only these stages depend on, such as"
              + " --answer-model, may then differ.")
  @Nullable String from;

  @Mixin private BenchData data = new BenchData();

  @Mixin private BenchPace pace = new BenchPace();

  BenchRun(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Settings settings = pace.settings(terminal, model, answerModel);
    SequencedMap<String, String> chosen = settings(settings);
    Variant kind = BenchNames.variant(variant);
    BenchPlace place = BenchPlace.parse(dataset, terminal.workingFolder());
    Dataset opened = place.open(chosen, kind);
    Mode asked = mode == null ? BenchNames.usualMode(opened) : BenchNames.mode(mode);
    SequencedMap<String, String> models = new LinkedHashMap<>();
    models.put("write", settings.model());
    models.put("answer", settings.answerModel());
    models.put("judge", judge());
    RunSpec spec =
        new RunSpec(
            place.name(),
            opened.version(),
            strategy,
            kind,
            asked,
            chosen,
            models,
            BenchWiring.prompts(models, chosen, kind),
            seed,
            budget(chosen),
            limit());
    Path folder = terminal.workingFolder().resolve(out);
    return new BenchDesk(terminal, settings, pace).run(spec, opened, place.path(), folder, stage());
  }

  private SequencedMap<String, String> settings(Settings settings) {
    SequencedMap<String, String> chosen = RunData.settings(data.options());
    chosen.put("tokenizer", settings.tokenizer());
    chosen.put("cap", Integer.toString(capTokens == 0 ? settings.capTokens() : capTokens));
    chosen.put("chunk", Integer.toString(chunkTokens == 0 ? settings.chunkTokens() : chunkTokens));
    chosen.put("writing", settings.writing());
    chosen.put("order", BenchNames.order(order));
    chosen.put("judges", Integer.toString(judges));
    return chosen;
  }

  private int budget(Map<String, String> chosen) {
    if (recallTokens < 0) {
      throw new UsageException("--recall-tokens %d must be at least 1".formatted(recallTokens));
    }
    if (recallTokens > 0) {
      return recallTokens;
    }
    return switch (strategy) {
      case BenchMemories.FULL_CONTEXT -> CONTEXT_BUDGET;
      case BenchMemories.PAGE -> Integer.parseInt(chosen.getOrDefault("cap", "" + PAGE_BUDGET));
      default -> PAGE_BUDGET;
    };
  }

  private int limit() {
    if (limit < 0) {
      throw new UsageException("--limit %d must be at least 1".formatted(limit));
    }
    return limit;
  }

  private String judge() {
    String named = judgeModel;
    if (named != null) {
      return named;
    }
    String variable = terminal.environment().getOrDefault("RAPPORT_JUDGE_MODEL", "");
    return variable.isBlank() ? "none" : variable;
  }

  private @Nullable Stage stage() {
    String named = from;
    return named == null ? null : BenchNames.choice("--from", named, Stage.class);
  }
}
