package dev.rapport.local.answer;

import dev.rapport.local.embed.BgeSmall;
import dev.rapport.memory.Answerer;
import dev.rapport.memory.Choice;
import dev.rapport.memory.Options;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.Reply;
import dev.rapport.model.Usage;
import dev.rapport.page.Line;
import dev.rapport.privacy.PrivacyGate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Answers from the page alone, without a language model. Of options it takes the one that the
 * person's own lines speak for most; what is known of others speaks against it, and so does private
 * data that the question did not bring up. It knows nothing of which option would please people in
 * general: without lines, all options of a question are equally good to it, and it says so.
 *
 * <p>Safe for several threads.
 */
public final class PageAnswerer implements Answerer {
  // Over p01-p16 and their twins the scorer is this much surer than it is right; see the model
  // card.
  private static final double CALIBRATION = 0.72;

  private final Views views;
  private final Scorer scorer;
  private final Caution caution;

  private PageAnswerer(Views views, Scorer scorer, Caution caution) {
    this.views = views;
    this.scorer = scorer;
    this.caution = caution;
  }

  /**
   * @param privacy tells which options would give private data away
   */
  public static PageAnswerer using(BgeSmall bge, PrivacyGate privacy) {
    AnswerModel model = AnswerModel.shipped();
    return new PageAnswerer(
        new Views(bge::read, model.background()), model.scorer(), new Caution(privacy));
  }

  @Override
  public String name() {
    return "page-evidence";
  }

  @Override
  public Choice choose(Query query, Options options, Recall recall) {
    TextView asked = views.of(Voice.QUERY, query.text());
    List<TextView> offered =
        options.texts().stream().map(text -> views.of(Voice.OPTION, text)).toList();
    List<Line> said = recall.lines().stream().filter(line -> line.owner().isSelf()).toList();
    Ruling ruling = Ruling.over(said, options.texts(), views.model());
    PageLines own = PageLines.of(said, views::of, ruling.sentences());
    Evidence evidence = Evidence.weigh(own.passages(), asked, offered);
    double[][] joint = scorer.joint(evidence, options.size());
    Evidence foreign = Evidence.weigh(ownedBy(recall, false).passages(), asked, offered);
    double[] byOwn = Scorer.overPassages(joint);
    double[] byOthers = Scorer.overPassages(scorer.joint(foreign, options.size()));
    double[] suits = ruling.applied(caution.temper(byOwn, byOthers, query, options));
    int chosen = Likeliest.of(suits, options.texts());
    double confidence =
        ruling
            .applied(
                caution.temper(
                    towardsChance(byOwn, CALIBRATION * Bearing.of(evidence)),
                    towardsChance(byOthers, CALIBRATION * Bearing.of(foreign)),
                    query,
                    options))[chosen];
    List<Line> speaking =
        Stream.concat(
                ruling.lines().stream(), Speaking.lines(own, evidence, joint, chosen).stream())
            .distinct()
            .toList();
    return new Choice.Chosen(
        chosen,
        confidence,
        speaking.stream().map(Line::id).toList(),
        Wording.chosen(options.texts().get(chosen), confidence, speaking),
        Usage.UNREPORTED);
  }

  @Override
  public Reply reply(Query query, Recall recall) {
    TextView asked = views.of(Voice.QUERY, query.text());
    PageLines own = ownedBy(recall, true);
    PageLines others = ownedBy(recall, false);
    List<Line> near =
        Stream.of(own, others)
            .flatMap(lines -> Nearest.to(asked, lines))
            .sorted(Map.Entry.<Line, Double>comparingByValue().reversed())
            .limit(Nearest.MOST)
            .map(Map.Entry::getKey)
            .toList();
    return new Reply(Wording.reply(near), near.stream().map(Line::id).toList(), Usage.UNREPORTED);
  }

  private static double[] towardsChance(double[] probabilities, double trust) {
    double chance = 1.0 / probabilities.length;
    return Arrays.stream(probabilities).map(p -> chance + trust * (p - chance)).toArray();
  }

  private PageLines ownedBy(Recall recall, boolean self) {
    return PageLines.of(
        recall.lines().stream().filter(line -> line.owner().isSelf() == self).toList(), views::of);
  }
}
