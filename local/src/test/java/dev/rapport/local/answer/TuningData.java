package dev.rapport.local.answer;

import dev.rapport.conversation.Conversation;
import dev.rapport.data.corpus.CorpusMessage;
import dev.rapport.data.corpus.CorpusOwner;
import dev.rapport.data.corpus.CorpusPart;
import dev.rapport.data.corpus.ImplicitCorpus;
import dev.rapport.data.sample.Preference;
import dev.rapport.data.sample.PreferenceOwner;
import dev.rapport.data.sample.PreferenceType;
import dev.rapport.data.sample.Question;
import dev.rapport.data.sample.SampleHistory;
import dev.rapport.data.sample.SamplePersona;
import dev.rapport.data.sample.Twin;
import dev.rapport.local.write.LocalWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Builds tuning sets: questions over pages as the writer writes them, and over all that was said.
 */
final class TuningData {
  private static final int STRANGERS_PER_PAGE = 12;

  private final Views views;
  private final LocalWriter writer;
  private final Map<Voice, Map<String, TextView>> kept = new LinkedHashMap<>();

  TuningData(Views views, LocalWriter writer) {
    this.views = views;
    this.writer = writer;
  }

  /** Own preferences of one part of the corpus, each among messages of strangers. */
  List<TuningSet> corpus(ImplicitCorpus corpus, CorpusPart part) {
    List<CorpusMessage> messages = corpus.part(part);
    SplittableRandom random = new SplittableRandom(3);
    List<TuningSet> sets = new ArrayList<>();
    for (int m = 0; m < messages.size(); m++) {
      if (messages.get(m) instanceof CorpusMessage.Revealing own
          && own.owner() == CorpusOwner.SELF) {
        List<Passage> page = new ArrayList<>();
        page.add(passage(own.userText()));
        for (int i = 0; i < STRANGERS_PER_PAGE; i++) {
          int stranger = random.nextInt(messages.size());
          if (stranger != m) {
            page.add(passage(messages.get(stranger).userText()));
          }
        }
        List<String> options = new ArrayList<>(own.misfits());
        options.addFirst(own.fits());
        boolean[] tells = new boolean[page.size()];
        tells[0] = true;
        sets.add(set(TuningSet.Sort.CORPUS, m, page, tells, own.query(), options, 0));
      }
    }
    return sets;
  }

  private Passage passage(String text) {
    List<TextView> sentences =
        PageLines.sentences(text).stream().map(each -> view(Voice.LINE, each)).toList();
    return new Passage(sentences, sentences.stream().map(each -> 0).toList(), 0.5);
  }

  /** Questions about a person's own preferences, and all their twins, over both sorts of page. */
  List<TuningSet> persona(SamplePersona persona) {
    List<TuningSet> sets = new ArrayList<>();
    sets.addAll(
        asked(
            persona,
            history -> TuningPage.written(history, writer),
            TuningSet.Sort.QUESTION,
            TuningSet.Sort.TWIN));
    sets.addAll(
        asked(
            persona, TuningPage::whole, TuningSet.Sort.QUESTION_WHOLE, TuningSet.Sort.TWIN_WHOLE));
    return sets;
  }

  private List<TuningSet> asked(
      SamplePersona persona,
      Function<List<Conversation>, TuningPage> reading,
      TuningSet.Sort ofQuestion,
      TuningSet.Sort ofTwin) {
    List<TuningSet> sets = new ArrayList<>();
    TuningPage page = reading.apply(SampleHistory.of(persona));
    for (Question question : persona.questions()) {
      if (isOwn(persona.preference(question.preference()))) {
        sets.add(set(ofQuestion, persona, page, question, 0));
      }
      List<Twin> twins = persona.twinsOf(question.id());
      if (!twins.isEmpty()) {
        sets.add(set(ofTwin, persona, page, question, 0));
      }
      for (Twin twin : twins) {
        TuningPage other = reading.apply(SampleHistory.of(persona, twin));
        sets.add(set(ofTwin, persona, other, question, twin.option() + 1));
      }
    }
    return sets;
  }

  private TuningSet set(
      TuningSet.Sort sort, SamplePersona persona, TuningPage page, Question question, int right) {
    PageLines lines = PageLines.of(page.lines(), this::view);
    boolean[] telling = page.telling(lines, persona.preference(question.preference()).session());
    List<String> options = new ArrayList<>(question.incorrect());
    options.addFirst(question.correct());
    int group = Integer.parseInt(persona.id().substring(1));
    return set(sort, group, lines.passages(), telling, question.query(), options, right);
  }

  static boolean isOwn(Preference preference) {
    return preference.owner() == PreferenceOwner.SELF
        && preference.type() != PreferenceType.ASK_TO_FORGET
        && preference.type() != PreferenceType.SENSITIVE_INFO;
  }

  private TuningSet set(
      TuningSet.Sort sort,
      int group,
      List<Passage> page,
      boolean[] telling,
      String query,
      List<String> options,
      int right) {
    List<TextView> offered = options.stream().map(text -> view(Voice.OPTION, text)).toList();
    Evidence evidence = Evidence.weigh(page, view(Voice.QUERY, query), offered);
    return new TuningSet(sort, group, evidence, telling, options.size(), right);
  }

  private TextView view(Voice voice, String text) {
    return kept.computeIfAbsent(voice, each -> new HashMap<>())
        .computeIfAbsent(text, each -> views.of(voice, each));
  }
}
