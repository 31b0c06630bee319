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
  private final BgeSmall bge;
  private final AnswerModel model;
  private final Caution caution;

  private PageAnswerer(BgeSmall bge, AnswerModel model, Caution caution) {
    this.bge = bge;
    this.model = model;
    this.caution = caution;
  }

  /**
   * @param privacy tells which options would give private data away
   */
  public static PageAnswerer using(BgeSmall bge, PrivacyGate privacy) {
    return new PageAnswerer(bge, AnswerModel.shipped(), new Caution(privacy));
  }

  @Override
  public String name() {
    return "page-evidence";
  }

  @Override
  public Choice choose(Query query, Options options, Recall recall) {
    TextView asked = view(query.text());
    List<TextView> offered = options.texts().stream().map(this::view).toList();
    PageLines own = ownedBy(recall, true);
    double[][] joint = joint(own, asked, offered);
    double[] suits =
        caution.temper(
            Scorer.overLines(joint),
            Scorer.overLines(joint(ownedBy(recall, false), asked, offered)),
            query,
            options);
    int chosen = Likeliest.of(suits, options.texts());
    List<Line> speaking = Speaking.lines(own.lines(), joint, chosen);
    return new Choice.Chosen(
        chosen,
        suits[chosen],
        speaking.stream().map(Line::id).toList(),
        Wording.chosen(options.texts().get(chosen), suits[chosen], speaking),
        Usage.UNREPORTED);
  }

  @Override
  public Reply reply(Query query, Recall recall) {
    TextView asked = view(query.text());
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

  private double[][] joint(PageLines lines, TextView query, List<TextView> options) {
    return model.scorer().joint(Evidence.weigh(lines.told(), query, options), options.size());
  }

  private PageLines ownedBy(Recall recall, boolean self) {
    return PageLines.of(
        recall.lines().stream().filter(line -> line.owner().isSelf() == self).toList(),
        bge,
        model.background());
  }

  private TextView view(String text) {
    return model.background().view(bge.read(text));
  }
}
