package dev.rapport.privacy;

/** The ways to gate private data. */
public final class PrivacyGates {
  private PrivacyGates() {}

  /**
   * Rules for secrets, payment and bank numbers, identity documents, contact data and places.
   *
   * <p>A number with a checksum or an unmistakable shape is found wherever it stands; any other
   * number only beside a word that names it ("passport", "conta", "Steuer-ID"). People's names are
   * not found: no rule can tell them from other words.
   */
  public static PrivacyGate standard() {
    return RulePrivacyGate.STANDARD;
  }

  /** The same rules, with a word in what becomes of what they find. */
  public static PrivacyGate with(PrivacyPolicy policy) {
    return RulePrivacyGate.with(policy);
  }
}
