package dev.rapport.train.verl;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The newest step that a job has told of, in the words of verl's console: {@code step:12 - ... -
 * critic/rewards/mean:0.31 - ...}.
 *
 * @param step from 1; 0 is the test before training
 * @param reward mean of the step; not a number where it says none
 */
public record VerlStep(int step, double reward) {
  /** Values are printed as Python does, so that NumPy's stand in its brackets. */
  private static final String NUMBER = "(?:np\\.float\\d{2}\\()?(-?[\\d.]+(?:e[-+]?\\d+)?)";

  private static final Pattern STEP = Pattern.compile("\\bstep:(\\d{1,9}) - ([^\\n]*)");
  private static final Pattern REWARD = Pattern.compile("critic/rewards/mean:" + NUMBER);

  /** Reads all that a job has printed. */
  public static Optional<VerlStep> newest(String logs) {
    Optional<VerlStep> newest = Optional.empty();
    Matcher step = STEP.matcher(logs);
    while (step.find()) {
      Matcher reward = REWARD.matcher(step.group(2));
      double value = reward.find() ? Double.parseDouble(reward.group(1)) : Double.NaN;
      newest = Optional.of(new VerlStep(Integer.parseInt(step.group(1)), value));
    }
    return newest;
  }
}
