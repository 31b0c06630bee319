package dev.rapport.data.personamem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.data.DatasetException;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLiteralTest {
  private static final String[] PIECES = {
    "'",
    "\"",
    "\\",
    "\n",
    "\r",
    "\t",
    "\u0000",
    "\u0085",
    "\u00a0",
    "\u200d",
    "\u2028",
    "é",
    "汉",
    "😀",
    "\ue000",
    "plain words ",
    "\\n",
    "{",
    "}",
    "[",
    ",",
    ": ",
    "u'",
    "None"
  };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'role': 'user', 'content': "it's"} | {"role":"user","content":"it's"}
          {"a": 'say "x"', 'b': 'both \\' and "'} | {"a":"say \\"x\\"","b":"both ' and \\""}
          [None, True, False, 1, -2, 3.5, 1e3, 1_000] | [null,true,false,1,-2,3.5,1000.0,1000]
          (1, 'a',) | [1,"a"]
          ('a') | "a"
          () | []
          'a' 'b' | "ab"
          '\\x41\\u00e9\\U0001F600\\101\\0' | "Aé😀A\\u0000"
          '\\q\\\\' | "\\\\q\\\\"
          '''a "b" 'c' d''' | "a \\"b\\" 'c' d"
          { 'a' : { 'b' : [ ] } , } | {"a":{"b":[]}}
          """)
  void givenWhatPythonPrints_itIsReadAsPythonDoes(String literal, String json) {
    assertThat(PythonLiteral.parse(literal)).hasToString(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{'a'}",
        "{'a': }",
        "{1: 2}",
        "{'a': 1",
        "'abc",
        "'a\nb'",
        "[1 2]",
        "b'x'",
        "{1}",
        "nan",
        "'\\x4'",
        "'\\N{BULLET}'",
        "'\\",
        "[1] 2",
        "01",
        "1__0",
        "__import__('os')",
        "'\\U99999999'",
        "r'x'",
        "True1",
        "-",
        "."
      })
  void givenAnythingElse_thePositionIsNamed(String text) {
    assertThatThrownBy(() -> PythonLiteral.parse(text))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("character");
  }

  @Test
  void givenEndlessNesting_itIsRefusedWithoutExhaustingTheStack() {
    assertThatThrownBy(() -> PythonLiteral.parse("[".repeat(1_000_000)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("nested deeper");
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyValue_itsPrintedFormReadsBackTheSame(long seed) {
    JsonNode value = value(new SplittableRandom(seed), 0);

    assertThat(PythonLiteral.parse(PythonText.repr(value))).isEqualTo(value);
    assertThat(CellValue.parse(PythonText.json(value))).hasToString(value.toString());
  }

  private static JsonNode value(SplittableRandom random, int depth) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    int kind = depth > 3 ? 2 : random.nextInt(5);
    if (kind == 0) {
      ObjectNode object = nodes.objectNode();
      for (int i = random.nextInt(4); i > 0; i--) {
        object.set(text(random), value(random, depth + 1));
      }
      return object;
    }
    if (kind == 1) {
      ArrayNode array = nodes.arrayNode();
      for (int i = random.nextInt(4); i > 0; i--) {
        array.add(value(random, depth + 1));
      }
      return array;
    }
    return switch (random.nextInt(5)) {
      case 0 -> nodes.booleanNode(random.nextBoolean());
      case 1 -> nodes.nullNode();
      default -> nodes.textNode(text(random));
    };
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
