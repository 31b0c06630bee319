package dev.rapport.train.job;

import dev.rapport.train.grpo.Rate;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.EngineConfig;
import dev.rapport.train.policy.EngineSource;
import dev.rapport.train.policy.StepConfig;
import dev.rapport.train.run.Stage;
import dev.rapport.train.sft.Example;
import dev.rapport.train.sft.Sft;
import dev.rapport.train.sft.SftMetrics;
import dev.rapport.train.tokenizer.Tokenizer;
import dev.rapport.train.tokenizer.Tokenizers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Supervised fine-tuning of a model's folder on a file of examples. */
public final class SftJob {
  private SftJob() {}

  /**
   * Makes the steps that are left, and leaves the model in {@code model/} of the run's folder.
   *
   * @param source of the engine; what learns of it, and how, is said by the spec
   * @return the model's folder
   */
  public static Path run(
      Path folder, SftSpec spec, EngineSource source, JobListener<SftMetrics> listener) {
    Path model = Path.of(spec.model());
    Tokenizer tokenizer = Tokenizers.load(model);
    int window = ModelConfig.read(model).positions();
    List<Example> examples =
        SftData.read(Path.of(spec.data()), tokenizer, Math.min(spec.maxTokens(), window));
    var team = new Team(source.replicas());
    team.keep(folder, spec, SftSpec.class);
    var stage = new Stage(folder, spec.steps(), spec.every());
    var order = new Order(examples.size(), spec.seed());
    var rate = new Rate(spec.rate(), spec.warmUp());
    EngineConfig how =
        source.how().withLora(spec.lora(), spec.seed()).withRecompute(spec.recompute());
    var report = new RunReport(folder, source.nanos());
    try (var policy = source.with(how).load(model)) {
      var sft = new Sft(policy);
      return team.run(
          stage,
          model,
          policy,
          step -> sft.step(batch(examples, order, step, spec), StepConfig.atRate(rate.at(step))),
          (step, metrics, speed) -> {
            report.refresh();
            listener.made(step + 1, spec.steps(), metrics, speed);
          });
    }
  }

  private static List<Example> batch(List<Example> examples, Order order, long step, SftSpec spec) {
    var batch = new ArrayList<Example>();
    for (int i = 0; i < spec.batch(); i++) {
      batch.add(examples.get(order.at(step * spec.batch() + i)));
    }
    return batch;
  }
}
