package dev.rapport.privacy;

import java.util.List;

/**
 * Runs every detector once over a text and joins what they found.
 *
 * <p>Detectors look at bounded windows around places where something could begin, with patterns
 * that run in linear time (RE2), so hostile text costs no more than any other.
 */
final class RulePrivacyGate implements PrivacyGate {
  private static final List<Detector> DETECTORS =
      List.of(
          new SecretDetector(),
          new CredentialDetector(),
          new LabelledDetector(),
          new NumberDetector(),
          new CodeDetector(),
          new EmailDetector(),
          new SpelledDetector(),
          new ContactDetector(),
          new AddressDetector());

  static final PrivacyGate STANDARD = with(PrivacyPolicy.DEFAULT);

  private final PrivacyPolicy policy;

  private RulePrivacyGate(PrivacyPolicy policy) {
    this.policy = policy;
  }

  static PrivacyGate with(PrivacyPolicy policy) {
    return new RulePrivacyGate(policy);
  }

  @Override
  public PrivacyPolicy policy() {
    return policy;
  }

  @Override
  public List<PrivacyFinding> find(String text) {
    Reading reading = Reading.of(text);
    Findings findings = new Findings();
    for (Detector detector : DETECTORS) {
      detector.detect(reading, findings);
    }
    return findings.joined().stream().filter(finding -> !policy.keeps(finding.category())).toList();
  }
}
