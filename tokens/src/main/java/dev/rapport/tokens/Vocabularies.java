package dev.rapport.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.GptBytePairEncodingParams;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Builds the encodings from their vocabularies. */
final class Vocabularies {
  private static final String QWEN = "qwen";

  /** How Qwen splits a text before merging; from its {@code tokenizer.json}. */
  private static final Pattern QWEN_SPLIT =
      Pattern.compile(
          "(?i:'s|'t|'re|'ve|'m|'ll|'d)"
              + "|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+"
              + "|\\p{N}"
              + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*"
              + "|\\s*[\\r\\n]+"
              + "|\\s+(?!\\S)"
              + "|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private Vocabularies() {}

  static Encoding o200k() {
    return Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  }

  static Encoding qwen() {
    List<byte[]> tokens = QwenRanks.load();
    IdentityHashMap<byte[], Integer> ranks = new IdentityHashMap<>(tokens.size());
    for (int rank = 0; rank < tokens.size(); rank++) {
      ranks.put(tokens.get(rank), rank);
    }
    EncodingRegistry registry = Encodings.newLazyEncodingRegistry();
    registry.registerGptBytePairEncoding(
        new GptBytePairEncodingParams(QWEN, QWEN_SPLIT, ranks, Map.of()));
    return registry
        .getEncoding(QWEN)
        .orElseThrow(
            () -> new IllegalStateException("encoding \"%s\" was not kept".formatted(QWEN)));
  }
}
