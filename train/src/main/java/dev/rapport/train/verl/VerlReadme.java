package dev.rapport.train.verl;

/** What a job's folder says of itself. */
final class VerlReadme {
  private VerlReadme() {}

  static String text(VerlConfig config, VerlPlan plan, int questions) {
    return """
    # A training job for verl 0.9

    GRPO over page-writing conversations, variant **%s**: each history is read chunk by chunk, a page
    of at most %d tokens is written after each, and one question is answered from the last page.

    | file | what |
    | --- | --- |
    | `data/train.jsonl`, `data/test.jsonl` | one question a line, in verl's schema |
    | `data/contexts/` | the chunks of each history, kept out of the lines, for verl copies those |
    | `plugin/rapport_loop.py` | the rollout as an agent loop, and the reward by letter |
    | `plugin/*.txt` | the prompts |
    | `launch.sh` | starts it; settings given behind it are passed on |
    | `manifest.json` | the numbers below, for machines |

    ## The arithmetic

    verl's rows are conversations, not rollouts.

    - A rollout has at most %d conversations: %d chunks and the answer.
    - A step has %d questions x %d rollouts x %d conversations = at most **%d rows**.
    - `ppo_mini_batch_size` counts in units of %d rows. %d makes **%d optimiser step(s)** of a step; the
      %d that the documentation suggests would have made up to %d.
    - Rows are filled up to %d with empty ones; under `token-mean` they weigh nothing.
    - Prompts have at most %d tokens: chunk %d and page %d, a margin of 15 %% for another tokenizer than
      the one that cut the chunks, and the template. Responses have at most %d, both together %d.
    - %d questions make %d steps of an epoch.

    ## Starting

        ./launch.sh                       on a machine with verl 0.9, vLLM and %d GPUs
        MODEL=/path/to/sft ./launch.sh    from a checkpoint, as the paper does

    On a cluster the folder must be visible from every node; `./launch.sh` is the entry point of a Ray
    job. The training leaves Hugging Face weights in `checkpoints/global_step_N/actor/huggingface`.

    ## What was tried, and what not

    Tried without verl and without a GPU: the schema, the prompts against those of Rapport, the rollout
    over a fake server, the reward on fixed strings, the arithmetic. Not tried: a run in verl itself.
    """
        .formatted(
            VerlExport.variant(config),
            config.pageTokens(),
            plan.conversations(),
            plan.conversations() - 1,
            config.groups(),
            config.rollouts(),
            plan.conversations(),
            plan.rows(),
            config.rollouts(),
            plan.miniBatch(),
            plan.optimiserSteps(),
            config.groups(),
            plan.conversations(),
            plan.paddedRows(),
            plan.promptTokens(),
            config.chunkTokens(),
            config.pageTokens(),
            plan.responseTokens(),
            plan.modelTokens(),
            questions,
            plan.stepsPerEpoch(),
            config.gpus());
  }
}
