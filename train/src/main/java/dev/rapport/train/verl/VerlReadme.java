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
    | `data/contexts/` | the prompts of each question with a place for the page, kept out of the lines, for verl copies those |
    | `plugin/rapport_loop.py` | the rollout as an agent loop |
    | `plugin/rapport_page.py` | how a page is read and shown |
    | `plugin/rapport_answer.py` | which option an answer names: the reward |
    | `launch.sh` | starts it; settings given behind it are passed on |
    | `manifest.json` | the numbers below, for machines |

    ## The arithmetic

    verl's rows are conversations, not rollouts.

    - A rollout has at most %d conversations: %d chunks and the answer.
    - A step has %d questions x %d rollouts x %d conversations = at most **%d rows**.
    - `ppo_mini_batch_size` counts in units of %d rows. %d makes **%d optimiser step(s)** of a step; the
      %d that the documentation suggests would have made up to %d.
    - Rows are filled up to %d with empty ones; under `token-mean` they weigh nothing.
    - Prompts have at most %d tokens: what they had when they were written, a page of %d, a margin of
      15 %% for another tokenizer, and the chat format. Responses have at most %d, both together %d.
    - %d questions make %d steps of an epoch.

    ## The prompts

    They are those with which Rapport's `learn` (writing `rewrite`) and `ask` call a model, made by the
    same code; the page is put in when it is known. A page that was written is read as `learn` reads it:
    lines that do not have the form asked for are lost, and a reply without any leaves no page. What
    Rapport's guard takes from a page besides is not taken here: private data, languages that the person
    does not speak, what the same reply asks to forget.

    ## Starting

        ./launch.sh                       on a machine with verl 0.9, vLLM and %d GPUs
        MODEL=/path/to/sft ./launch.sh    from a checkpoint, as the paper does

    On a cluster the folder must be visible from every node at the same place:

        rapport train submit --job THIS_FOLDER --ray http://HEAD:8265

    starts it as a Ray job and watches it. The training leaves Hugging Face weights in
    `checkpoints/global_step_N/actor/huggingface`; `rapport train import` takes the newest.

    ## What was tried, and what not

    Tried without verl and without a GPU: the schema, the prompts against those of Rapport, the rollout
    over a scripted server, the reward on fixed strings, the arithmetic. Not tried: a run in verl itself.
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
            config.pageTokens(),
            plan.responseTokens(),
            plan.modelTokens(),
            questions,
            plan.stepsPerEpoch(),
            config.gpus());
  }
}
