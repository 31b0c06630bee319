package dev.rapport.learn;

import dev.rapport.privacy.PrivacyCategory;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one learning run did.
 *
 * @param turnsRead turns of the user and the assistant found in the source
 * @param turnsNew those that were not known before
 * @param chunks folded in
 * @param chunksBuried set aside because they cannot be read
 * @param turnsWaiting left in the inbox: the last, not yet full chunk, or beyond the limit
 * @param revision of the page afterwards
 * @param hidden how much private data was taken out of the turns, by kind, in the order of kinds
 */
public record LearnReport(
    long turnsRead,
    long turnsNew,
    int chunks,
    int chunksBuried,
    int turnsWaiting,
    long revision,
    Map<PrivacyCategory, Integer> hidden) {
  public LearnReport {
    Map<PrivacyCategory, Integer> sorted = new EnumMap<>(PrivacyCategory.class);
    sorted.putAll(hidden);
    hidden = Collections.unmodifiableMap(sorted);
  }
}
