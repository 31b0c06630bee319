package dev.rapport.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class JsonSchemaFormatTest {
  private static boolean strict(String schema) {
    return JsonSchemaFormat.of(schema).path("json_schema").path("strict").asBoolean();
  }

  @Test
  void givenAClosedSchemaWithAllRequired_itIsStrict() {
    assertThat(
            strict(
                """
                {"type":"object","additionalProperties":false,"required":["a"],
                 "properties":{"a":{"type":"array","items":{"type":"string"}}}}
                """))
        .isTrue();
  }

  @Test
  void givenAnOpenPartAnywhere_itIsNotStrict() {
    assertThat(
            strict(
                """
                {"type":"object","additionalProperties":false,"required":["a"],
                 "properties":{"a":{"type":"object","properties":{"b":{"type":"string"}}}}}
                """))
        .isFalse();
  }

  @Test
  void givenNoSchema_itIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonSchemaFormat.of("[1]"));
    assertThatIllegalArgumentException().isThrownBy(() -> JsonSchemaFormat.of("{"));
  }
}
