package dev.rapport.privacy;

import java.util.List;

/**
 * Runs every detector once over a text and joins what they found.
 *
 * <p>Detectors look at bounded windows around places where something could begin, with patterns
 * that run in linear time (RE2), so hostile text costs no more than any other.
 */
final class RulePrivacyGate implements PrivacyGate {
  static final PrivacyGate STANDARD =
      new RulePrivacyGate(
          List.of(
              new SecretDetector(),
              new CredentialDetector(),
              new LabelledDetector(),
              new NumberDetector(),
              new CodeDetector(),
              new EmailDetector(),
              new ContactDetector(),
              new AddressDetector()));

  private final List<Detector> detectors;

  private RulePrivacyGate(List<Detector> detectors) {
    this.detectors = detectors;
  }

  @Override
  public List<PrivacyFinding> find(String text) {
    Reading reading = Reading.of(text);
    Findings findings = new Findings();
    for (Detector detector : detectors) {
      detector.detect(reading, findings);
    }
    return findings.joined();
  }
}
