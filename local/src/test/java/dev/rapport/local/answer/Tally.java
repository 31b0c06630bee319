package dev.rapport.local.answer;

import java.util.Arrays;
import java.util.Locale;

/** Counts right answers: with the whole page, with the telling passages alone, and without them. */
final class Tally {
  private int asked;
  private double byPage;
  private double byTelling;
  private double byRest;
  private double told;
  private double confidence;
  private double logLoss;

  /**
   * @param telling which passages come from the conversation that the question is about
   */
  void add(Evidence evidence, boolean[] telling, int right) {
    double[] page = evidence.byOption();
    double[] tells = new double[page.length];
    double[] rest = new double[page.length];
    for (int p = 0; p < telling.length; p++) {
      for (int o = 0; o < page.length; o++) {
        (telling[p] ? tells : rest)[o] += evidence.joint()[p][o];
      }
    }
    asked++;
    byPage += hit(page, right);
    byTelling += hit(tells, right);
    byRest += hit(rest, right);
    told += Arrays.stream(tells).sum();
    confidence += Arrays.stream(page).max().orElseThrow();
    logLoss -= Math.log(page[right]);
  }

  double withPage() {
    return byPage / asked;
  }

  double withTellingPassages() {
    return byTelling / asked;
  }

  double withoutTellingPassages() {
    return byRest / asked;
  }

  private static double hit(double[] p, int right) {
    double most = Arrays.stream(p).max().orElseThrow();
    return p[right] < most ? 0 : 1.0 / Arrays.stream(p).filter(each -> each == most).count();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "n %d, page %.3f, telling passages only %.3f, without them %.3f, weight of telling"
            + " passages %.2f, mean confidence %.3f, log loss %.3f",
        asked,
        withPage(),
        withTellingPassages(),
        withoutTellingPassages(),
        told / asked,
        confidence / asked,
        logLoss / asked);
  }
}
