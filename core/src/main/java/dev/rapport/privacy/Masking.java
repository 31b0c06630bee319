package dev.rapport.privacy;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts placeholders where private spans were; the same private text gets the same number. */
final class Masking {
  private Masking() {}

  static String mask(String text, List<PrivacyFinding> findings) {
    if (findings.isEmpty()) {
      return text;
    }
    Map<PrivacyCategory, Map<String, Integer>> numbers = new EnumMap<>(PrivacyCategory.class);
    StringBuilder masked = new StringBuilder(text.length());
    int from = 0;
    for (PrivacyFinding finding : findings) {
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
