package dev.rapport.train.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.train.TrainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ModelConfigTest {
  private static final String QWEN3 =
      """
      {"architectures": ["Qwen3ForCausalLM"], "attention_bias": false, "attention_dropout": 0.0,
       "bos_token_id": 151643, "eos_token_id": 151645, "head_dim": 128, "hidden_act": "silu",
       "hidden_size": 2560, "initializer_range": 0.02, "intermediate_size": 9728,
       "max_position_embeddings": 262144, "max_window_layers": 36, "model_type": "qwen3",
       "num_attention_heads": 32, "num_hidden_layers": 36, "num_key_value_heads": 8,
       "rms_norm_eps": 1e-06, "rope_scaling": null, "rope_theta": 5000000, "sliding_window": null,
       "tie_word_embeddings": true, "torch_dtype": "bfloat16", "use_cache": true,
       "use_sliding_window": false, "vocab_size": 151936}
      """;

  @TempDir private Path folder;

  @Test
  void aPublishedConfig_isRead() throws IOException {
    ModelConfig config = read(QWEN3);

    assertThat(config)
        .isEqualTo(
            new ModelConfig(
                Family.QWEN3,
                151936,
                2560,
                9728,
                36,
                32,
                8,
                128,
                262144,
                1e-6,
                5e6,
                true,
                List.of(151645)));
    assertThat(config.queries()).isEqualTo(4096);
    assertThat(config.keys()).isEqualTo(1024);
    assertThat(config.group()).isEqualTo(4);
  }

  @Test
  void rope_isAlsoReadFromWhereNewerVersionsWriteIt() throws IOException {
    ModelConfig config =
        read(
            QWEN3.replace(
                "\"rope_theta\": 5000000",
                "\"rope_parameters\": {\"rope_type\": \"default\", \"rope_theta\": 70000}"));

    assertThat(config.ropeTheta()).isEqualTo(70000);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWritten_isReadBack(Family family) {
    var config =
        new ModelConfig(
            family, 16, 8, 12, 2, 4, 2, 6, 64, 1e-5, 1e6, family == Family.QWEN2, List.of(1, 3));

    config.write(folder, Dtype.F32);

    assertThat(ModelConfig.read(folder)).isEqualTo(config);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"model_type\": \"qwen3\"|\"model_type\": \"mamba\"|model_type",
        "\"hidden_act\": \"silu\"|\"hidden_act\": \"gelu\"|hidden_act",
        "\"attention_bias\": false|\"attention_bias\": true|attention_bias",
        "\"use_sliding_window\": false|\"use_sliding_window\": true|use_sliding_window",
        "\"rope_scaling\": null|\"rope_scaling\": {\"rope_type\": \"yarn\"}|yarn",
        "\"num_key_value_heads\": 8|\"num_key_value_heads\": 7|num_key_value_heads 7",
        "\"head_dim\": 128|\"head_dim\": 127|head_dim 127",
        "\"vocab_size\": 151936|\"vocab_size\": \"many\"|vocab_size",
        "\"hidden_size\": 2560,|\"hidden\": 2560,|hidden_size is missing",
        "\"rms_norm_eps\": 1e-06|\"rms_norm_eps\": 0|rms_norm_eps 0",
      })
  void whatIsNotSupported_isNamedWithItsFile(String was, String is, String named) {
    assertThatThrownBy(() -> read(QWEN3.replace(was, is)))
        .isInstanceOf(TrainException.class)
        .hasMessageContainingAll("config.json", named);
  }

  @Test
  void givenNoConfig_theMessageNamesTheFile() {
    assertThatThrownBy(() -> ModelConfig.read(folder))
        .isInstanceOf(TrainException.class)
        .hasMessageContaining(folder.resolve("config.json").toString());
    assertThatThrownBy(() -> read("{"))
        .isInstanceOf(TrainException.class)
        .hasMessageContainingAll("config.json", "JSON");
    assertThatThrownBy(() -> read("3")).isInstanceOf(TrainException.class);
  }

  private ModelConfig read(String json) throws IOException {
    Files.writeString(folder.resolve("config.json"), json);
    return ModelConfig.read(folder);
  }
}
