package dev.rapport.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.train.report.Curves.Curve;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CurvesTest {
  @Test
  void aCurveAlone_isDrawnStepByStepAndSmoothly() {
    String svg = Curves.of(List.of(new Curve("r", List.of(0.0, 1.0), 2)), "it's <reward>");

    assertThat(svg)
        .contains("aria-label='it&#39;s &lt;reward&gt;'")
        .contains("class='raw' d='M44.0 160.0L352.0 10.0'")
        .contains("class='curve' d='M44.0 160.0L352.0 85.0'");
  }

  @Test
  void severalCurves_haveALegendAndOneScale() {
    String svg =
        Curves.of(
            List.of(new Curve("page", List.of(4.0), 2), new Curve("answer", List.of(1.0), 3)), "l");

    assertThat(svg)
        .contains(">page</text>", ">answer</text>", "M44.0 10.0h4", "M44.0 122.5h4")
        .doesNotContain("class='raw'");
  }

  @Test
  void whatIsNotFinite_leavesAGap() {
    String svg = Curves.of(List.of(new Curve("r", List.of(1.0, Double.NaN, 1.0), 2)), "gap");

    assertThat(svg).contains("class='raw' d='M44.0 10.0M352.0 10.0'");
  }

  @Test
  void aLongRun_isThinnedAndKeepsItsEnd() {
    String svg = Curves.of(List.of(new Curve("r", Collections.nCopies(20_000, 1.0), 2)), "long");

    assertThat(svg).hasSizeLessThan(20_000).contains("L352.0 10.0'");
  }

  @Test
  void withoutSteps_thereIsAnEmptyChart() {
    assertThat(Curves.of(List.of(new Curve("r", List.of(), 2)), "none")).contains("d=''");
  }
}
