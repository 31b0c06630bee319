package dev.rapport.train.model;

import java.util.Arrays;
import java.util.Optional;

/** The published architectures that differ from one another in a few switches only. */
public enum Family {
  LLAMA("llama", "LlamaForCausalLM", false, false),
  /** Also Qwen2.5. Biases on the query, key and value projections. */
  QWEN2("qwen2", "Qwen2ForCausalLM", true, false),
  /** Queries and keys are normalised head by head. */
  QWEN3("qwen3", "Qwen3ForCausalLM", false, true);

  private final String modelType;
  private final String architecture;
  private final boolean qkvBias;
  private final boolean qkNorm;

  Family(String modelType, String architecture, boolean qkvBias, boolean qkNorm) {
    this.modelType = modelType;
    this.architecture = architecture;
    this.qkvBias = qkvBias;
    this.qkNorm = qkNorm;
  }

  static Optional<Family> ofModelType(String name) {
    return Arrays.stream(values()).filter(family -> family.modelType.equals(name)).findFirst();
  }

  /** As {@code model_type} of config.json says it. */
  public String modelType() {
    return modelType;
  }

  String architecture() {
    return architecture;
  }

  public boolean qkvBias() {
    return qkvBias;
  }

  public boolean qkNorm() {
    return qkNorm;
  }
}
