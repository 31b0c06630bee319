package dev.rapport.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** What is done to models. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Teach models what to write on a page. Needs a JDK 25 or newer.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TrainMini.class,
      TrainSft.class,
      TrainGrpo.class,
      TrainEval.class,
      TrainReport.class,
      TrainExport.class,
      TrainSubmit.class,
      TrainWatch.class,
      TrainStop.class,
      TrainImport.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  rapport train mini --out mini",
      "  rapport train mini --quick --out try",
      "  rapport train sft --model models/tiny --data pages.jsonl --out runs/sft",
      "  rapport train grpo --model runs/sft/model --data data8k --out runs/page",
      "  rapport train eval --model runs/page/model --data data8k --out runs/eval",
      "  rapport train report --run runs/page",
      "  rapport train export --engine verl --data data --out job",
      "  rapport train submit --job job --ray http://127.0.0.1:8265",
      "  rapport train import --job job --out models/people"
    })
final class TrainCommand {}
