package dev.rapport.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.Embedder;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Sensitivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicMatcherTest {
  private static final String TOPIC = "job search";

  /** How near each text lies to the topic; {@value #USUAL} if it is not said. */
  private final Map<String, Double> nearness = new LinkedHashMap<>();

  private static final double USUAL = 0.45;

  @Test
  void givenAnotherWayToSayIt_whenItStandsOut_thenItIsFound() {
    List<Line> lines = lines("I apply for positions.", "I bake bread.", "I walk to the river.");
    nearness.put("Life: I apply for positions.", 0.6);

    assertThat(found(TOPIC, lines)).containsExactly("I apply for positions.");
  }

  @Test
  void givenOneLine_whenItIsAsFarAsAny_thenItStays() {
    assertThat(found(TOPIC, lines("I bake bread."))).isEmpty();
  }

  @Test
  void givenLinesThatAllLieAlikeNear_thenNoneStandsOut() {
    List<Line> lines = lines("I bake.", "I cook.", "I fry.", "I roast.", "I stew.", "I grill.");
    lines.forEach(line -> nearness.put("Life: " + line.text(), 0.55));

    assertThat(found(TOPIC, lines)).isEmpty();
  }

  @Test
  void givenAWordOfIt_thenTheLineIsFound() {
    assertThat(found(TOPIC, lines("My jobs are many.", "I bake bread.")))
        .containsExactly("My jobs are many.");
  }

  @Test
  void givenAHeading_thenAllUnderItIsFound() {
    assertThat(found("life", lines("I bake bread.", "I fish."))).hasSize(2);
  }

  @Test
  void givenOneWordOfSeveralInAHeading_thenNotAllUnderItGoes() {
    assertThat(found("night life", lines("I bake bread.", "I fish."))).isEmpty();
  }

  private List<String> found(String topic, List<Line> lines) {
    return new TopicMatcher(new Given()).find(topic, lines).stream().map(Line::text).toList();
  }

  private static List<Line> lines(String... texts) {
    List<Line> lines = new ArrayList<>();
    for (String text : texts) {
      LineDraft draft =
          new LineDraft(
              "Life",
              text,
              Owner.self(),
              Basis.STATED,
              Kind.FACT,
              Sensitivity.ORDINARY,
              Instant.EPOCH,
              List.of());
      lines.add(Line.of(LineId.of(lines.size() + 1), draft, Author.MODEL, false));
    }
    return lines;
  }

  /** Vectors in a plane, at the angle that gives the nearness that is asked for. */
  private final class Given implements Embedder {
    @Override
    public String name() {
      return "given";
    }

    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
      return texts.stream().map(this::vector).toList();
    }

    private float[] vector(String text) {
      boolean isLine = text.endsWith(".");
      double near = isLine ? nearness.getOrDefault(text, USUAL) : 1;
      return new float[] {(float) near, (float) Math.sqrt(1 - near * near)};
    }
  }
}
