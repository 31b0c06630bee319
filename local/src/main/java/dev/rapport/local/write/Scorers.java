package dev.rapport.local.write;

/**
 * The learned scorers. See {@code MODEL_CARD.md} beside their weights.
 *
 * @param salience whether a clause tells something lasting of somebody
 * @param voice whether it tells it of somebody other than the person
 * @param health whether it concerns the body
 * @param therapy whether it concerns the mind
 */
record Scorers(Logistic salience, Logistic voice, Logistic health, Logistic therapy) {
  private static final Scorers SHIPPED =
      new Scorers(load("salience"), load("voice"), load("health"), load("therapy"));

  static Scorers shipped() {
    return SHIPPED;
  }

  private static Logistic load(String name) {
    return Logistic.parse(Resources.lines(name + ".weights"));
  }
}
