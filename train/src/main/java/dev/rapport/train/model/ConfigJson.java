package dev.rapport.train.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.train.TrainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Hugging Face's config.json, as much of it as decides what the model computes. */
final class ConfigJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final JsonNode root;

  private ConfigJson(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  static ModelConfig read(Path file) {
    JsonNode root;
    try {
      root = MAPPER.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new TrainException("%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new TrainException(
          "cannot read %s; a model's folder holds config.json and safetensors".formatted(file), e);
    }
    if (root == null || !root.isObject()) {
      throw new TrainException("%s must hold a JSON object".formatted(file));
    }
    return new ConfigJson(file, root).config();
  }

  private ModelConfig config() {
    Family family = family();
    only("hidden_act", "silu");
    only("mlp_bias", "false");
    only("attention_bias", family == Family.QWEN2 ? "true" : "false");
    only("use_sliding_window", "false");
    only("partial_rotary_factor", "1.0");
    noScaling("rope_scaling");
    noScaling("rope_parameters");
    int hidden = integer("hidden_size");
    int heads = integer("num_attention_heads");
    int headSize = has("head_dim") ? integer("head_dim") : hidden / Math.max(heads, 1);
    try {
      return new ModelConfig(
          family,
          integer("vocab_size"),
          hidden,
          integer("intermediate_size"),
          integer("num_hidden_layers"),
          heads,
          has("num_key_value_heads") ? integer("num_key_value_heads") : heads,
          headSize,
          has("max_position_embeddings") ? integer("max_position_embeddings") : 2048,
          number("rms_norm_eps", 1e-6),
          theta(),
          has("tie_word_embeddings") && root.path("tie_word_embeddings").asBoolean(),
          stops());
    } catch (IllegalArgumentException e) {
      throw new TrainException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private Family family() {
    String type = root.path("model_type").asText();
    return Family.ofModelType(type)
        .orElseThrow(
            () ->
                unsupported(
                    "model_type", type, "must be llama, qwen2 or qwen3; convert the model"));
  }

  /** Absent is as good as the one value that is supported. */
  private void only(String field, String value) {
    if (has(field) && !root.path(field).asText().equals(value)) {
      throw unsupported(
          field, root.path(field).toString(), "only %s is supported".formatted(value));
    }
  }

  private void noScaling(String field) {
    JsonNode scaling = root.path(field);
    String type = scaling.path("rope_type").asText(scaling.path("type").asText("default"));
    if (!type.equals("default")) {
      throw unsupported(
          field,
          scaling.toString(),
          "only the default RoPE is supported; remove it to stay within the length the model was"
              + " first trained on");
    }
  }

  private double theta() {
    JsonNode inside = root.path("rope_parameters").path("rope_theta");
    return inside.isNumber() ? inside.asDouble() : number("rope_theta", 10_000);
  }

  private List<Integer> stops() {
    var ids = new ArrayList<Integer>();
    JsonNode eos = root.path("eos_token_id");
    if (eos.isInt()) {
      ids.add(eos.intValue());
    }
    eos.forEach(id -> ids.add(id.intValue()));
    return ids;
  }

  private int integer(String field) {
    JsonNode value = root.path(field);
    if (!value.isInt()) {
      throw unsupported(
          field, value.isMissingNode() ? "missing" : value.toString(), "must be a whole number");
    }
    return value.intValue();
  }

  private double number(String field, double otherwise) {
    JsonNode value = root.path(field);
    if (has(field) && !value.isNumber()) {
      throw unsupported(field, value.toString(), "must be a number");
    }
    return has(field) ? value.doubleValue() : otherwise;
  }

  private boolean has(String field) {
    return root.hasNonNull(field);
  }

  private TrainException unsupported(String field, String value, String mend) {
    return new TrainException("%s: %s is %s; %s".formatted(file, field, value, mend));
  }

  static void write(ModelConfig config, Dtype weights, Path file) {
    ObjectNode json = MAPPER.createObjectNode();
    json.putArray("architectures").add(config.family().architecture());
    json.put("model_type", config.family().modelType());
    json.put("vocab_size", config.vocabulary());
    json.put("hidden_size", config.hidden());
    json.put("intermediate_size", config.intermediate());
    json.put("num_hidden_layers", config.layers());
    json.put("num_attention_heads", config.heads());
    json.put("num_key_value_heads", config.kvHeads());
    json.put("head_dim", config.headSize());
    json.put("max_position_embeddings", config.positions());
    json.put("rms_norm_eps", config.normEpsilon());
    json.put("rope_theta", config.ropeTheta());
    json.put("tie_word_embeddings", config.tied());
    json.put("hidden_act", "silu");
    json.put("attention_bias", config.family().qkvBias());
    json.put("attention_dropout", 0.0);
    if (config.stops().size() == 1) {
      json.put("eos_token_id", config.stops().getFirst());
    } else if (!config.stops().isEmpty()) {
      config.stops().forEach(json.putArray("eos_token_id")::add);
    }
    json.put("torch_dtype", weights.torchName());
    json.put("use_cache", true);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, json.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new TrainException("cannot write %s".formatted(file), e);
    }
  }
}
