package dev.rapport.tokens;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Texts for property tests: words of many scripts, marks, emoji, spaces, broken surrogates. */
final class RandomTexts {
  private static final List<String> PIECES =
      List.of(
          "the",
          "Tea",
          "without",
          "milk",
          "don't",
          "I'LL",
          "2024",
          "3.14",
          "...",
          "!?",
          "(",
          "\"",
          "\u00e9t\u00e9",
          "e\u0301te\u0301",
          "A\u030a",
          "\u4e2d\u6587",
          "\uff0c",
          "\u3002",
          "\u043f\u0440\u0438\u0432\u0435\u0442",
          "\u0645\u0631\u062d\u0628\u0627",
          "\u0928\u092e\u0938\u094d\u0924\u0947",
          "\u1112\u1161\u11ab",
          "\ud55c\uae00",
          "\ud83d\ude00",
          "\ud83d\udc4d\ud83c\udffd",
          "\ud83d\udc68\u200d\ud83d\udc69",
          "\u2764\ufe0f",
          "\ud83c\uddf5\ud83c\uddf9",
          "\ud800",
          "\udc00",
          "\u0000",
          "\u200b",
          "<|im_end|>",
          "https://a.example/b?c=d",
          "x_y",
          "\u00bd",
          "\u2167",
          "\ufb01");
  private static final List<String> GAPS =
      List.of("", " ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\t");

  private RandomTexts() {}

  static String text(long seed, int length) {
    var random = new SplittableRandom(seed);
    var text = new StringBuilder();
    while (text.length() < length) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(GAPS.get(random.nextInt(GAPS.size())));
    }
    return text.toString();
  }

  static Stream<String> hostile() {
    return Stream.of(
        "a",
        "Z",
        "7",
        " ",
        "\n",
        "!",
        "\u00e9",
        "\u4e2d",
        "\u0301",
        "x\u0301",
        "\ud83d\ude00",
        "\ud800",
        "\udc00",
        "\u0000",
        "a1",
        "ab'",
        "+/aB",
        "\ud83d\udc69\u200d",
        "\u1100\u1161",
        "\ufdfa",
        "\ud834\udd60");
  }
}
