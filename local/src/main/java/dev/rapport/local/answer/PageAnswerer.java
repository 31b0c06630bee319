package dev.rapport.local.answer;

import dev.rapport.local.embed.BgeSmall;
import dev.rapport.local.embed.PageReader;
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
import java.util.Set;
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
  private final BgeSmall words;
  private final Caution caution;

  private PageAnswerer(BgeSmall words, Caution caution) {
    this.words = words;
    this.caution = caution;
  }

  /**
   * @param privacy tells which options would give private data away
   */
  public static PageAnswerer using(BgeSmall bge, PrivacyGate privacy) {
    return new PageAnswerer(bge, new Caution(privacy));
  }

  @Override
  public String name() {
    return "page-evidence";
  }

  @Override
  public Choice choose(Query query, Options options, Recall recall) {
    PageReader reader = words.reader();
    List<Line> own = ownedBy(recall, true);
    Ruling ruling = Ruling.over(own, options.texts(), words::read);
    Evidence evidence =
        Evidence.of(
            Passages.of(own, ruling.sentences()),
            Passages.of(ownedBy(recall, false), Set.of()),
            query,
            options.texts(),
            reader);
    double[] suits = ruling.applied(caution.temper(evidence.byOption(), query, options));
    int chosen = Likeliest.of(suits, options.texts());
    List<Line> speaking =
        Stream.concat(ruling.lines().stream(), Speaking.lines(evidence, chosen, reader).stream())
            .distinct()
            .toList();
    return new Choice.Chosen(
        chosen,
        suits[chosen],
        speaking.stream().map(Line::id).toList(),
        Wording.chosen(options.texts().get(chosen), suits[chosen], speaking),
        Usage.UNREPORTED);
  }

  @Override
  public Reply reply(Query query, Recall recall) {
    List<Line> near = Nearest.to(query, recall.lines(), words.reader());
    return new Reply(Wording.reply(near), near.stream().map(Line::id).toList(), Usage.UNREPORTED);
  }

  private static List<Line> ownedBy(Recall recall, boolean self) {
    return recall.lines().stream().filter(line -> line.owner().isSelf() == self).toList();
  }
}
