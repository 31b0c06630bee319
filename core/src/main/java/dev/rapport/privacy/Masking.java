package dev.rapport.privacy;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts placeholders where private spans were, the same number for the same private text, and leaves
 * out the sentences of those to be dropped.
 */
final class Masking {
  private Masking() {}

  static String mask(String text, List<PrivacyFinding> findings, PrivacyPolicy policy) {
    Map<PrivacyCategory, Map<String, Integer>> numbers = new EnumMap<>(PrivacyCategory.class);
    StringBuilder masked = new StringBuilder(text.length());
    int from = 0;
    for (PrivacyFinding finding : findings) {
      if (finding.end() <= from) {
        continue;
      }
      if (policy.of(finding.category()) == PrivacyAction.DROP) {
        int begin = Math.max(from, Sentences.begin(text, finding.start()));
        masked.append(text, from, begin);
        from = Sentences.end(text, finding.end());
        continue;
      }
      Map<String, Integer> known =
          numbers.computeIfAbsent(finding.category(), category -> new LinkedHashMap<>());
      String secret = text.substring(finding.start(), finding.end());
      Integer number = known.computeIfAbsent(secret, unseen -> known.size() + 1);
      masked
          .append(text, from, finding.start())
          .append('[')
          .append(finding.category())
          .append('_')
          .append(number)
          .append(']');
      from = finding.end();
    }
    return masked.append(text, from, text.length()).toString();
  }
}
