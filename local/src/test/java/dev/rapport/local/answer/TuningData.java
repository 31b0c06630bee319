package dev.rapport.local.answer;

import dev.rapport.conversation.Role;
import dev.rapport.data.corpus.CorpusMessage;
import dev.rapport.data.corpus.CorpusOwner;
import dev.rapport.data.corpus.CorpusPart;
import dev.rapport.data.corpus.ImplicitCorpus;
import dev.rapport.data.sample.Preference;
import dev.rapport.data.sample.PreferenceOwner;
import dev.rapport.data.sample.PreferenceType;
import dev.rapport.data.sample.Question;
import dev.rapport.data.sample.SampleMessage;
import dev.rapport.data.sample.SamplePersona;
import dev.rapport.data.sample.Twin;
import dev.rapport.local.embed.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Builds tuning sets: pages that hold every sentence of the person's own words. */
final class TuningData {
  private static final int STRANGERS_PER_PAGE = 12;
  private static final int SHORTEST = 8;
  private static final Pattern SENTENCE_END =
      Pattern.compile("\\n+|(?<=[.!?:])['\"”’)]*\\s+(?=[\"'“‘(]?[A-Z0-9À-ÿ])");

  private final Function<String, Reading> reader;
  private final Background background;
  private final Map<String, TextView> views = new HashMap<>();

  TuningData(Function<String, Reading> reader, Background background) {
    this.reader = reader;
    this.background = background;
  }

  static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    for (String sentence : SENTENCE_END.splitAsStream(text).toList()) {
      String bare = sentence.strip().replaceAll("^[\"'“”]+|[\"'“”]+$", "");
      if (bare.length() >= SHORTEST) {
        sentences.add(bare);
      }
    }
    return sentences;
  }

  /** Own preferences of one part of the corpus, each among sentences of strangers. */
  List<TuningSet> corpus(ImplicitCorpus corpus, CorpusPart part) {
    List<CorpusMessage> messages = corpus.part(part);
    SplittableRandom random = new SplittableRandom(3);
    List<TuningSet> sets = new ArrayList<>();
    for (int m = 0; m < messages.size(); m++) {
      if (messages.get(m) instanceof CorpusMessage.Revealing own
          && own.owner() == CorpusOwner.SELF) {
        List<Told> page = new ArrayList<>();
        sentences(own.userText()).forEach(sentence -> page.add(told(sentence, 0.5)));
        int telling = page.size();
        for (int i = 0; i < STRANGERS_PER_PAGE; i++) {
          int stranger = random.nextInt(messages.size());
          if (stranger != m) {
            sentences(messages.get(stranger).userText())
                .forEach(sentence -> page.add(told(sentence, 0.5)));
          }
        }
        List<String> options = new ArrayList<>(own.misfits());
        options.addFirst(own.fits());
        boolean[] tells = new boolean[page.size()];
        Arrays.fill(tells, 0, telling, true);
        sets.add(set(TuningSet.Sort.CORPUS, m, page, tells, own.query(), options, 0));
      }
    }
    return sets;
  }

  /** Questions about a person's own preferences, and all their twins, over both sorts of page. */
  List<TuningSet> persona(SamplePersona persona) {
    List<TuningSet> sets = new ArrayList<>();
    for (boolean brief : new boolean[] {false, true}) {
      TuningSet.Sort ofQuestion = brief ? TuningSet.Sort.QUESTION_BRIEF : TuningSet.Sort.QUESTION;
      TuningSet.Sort ofTwin = brief ? TuningSet.Sort.TWIN_BRIEF : TuningSet.Sort.TWIN;
      for (Question question : persona.questions()) {
        Preference preference = persona.preference(question.preference());
        TuningPage page = TuningPage.of(persona, preference, List.of(), "", brief);
        if (isOwn(preference)) {
          sets.add(set(ofQuestion, persona, page, question, 0));
        }
        List<Twin> twins = persona.twinsOf(question.id());
        if (!twins.isEmpty()) {
          sets.add(set(ofTwin, persona, page, question, 0));
        }
        for (Twin twin : twins) {
          TuningPage other =
              TuningPage.of(persona, preference, twin.messages(), twin.evidence(), brief);
          sets.add(set(ofTwin, persona, other, question, twin.option() + 1));
        }
      }
    }
    return sets;
  }

  private TuningSet set(
      TuningSet.Sort sort, SamplePersona persona, TuningPage page, Question question, int right) {
    List<Told> told = new ArrayList<>();
    boolean[] telling = new boolean[page.lines().size()];
    for (int i = 0; i < telling.length; i++) {
      TuningPage.Entry line = page.lines().get(i);
      told.add(told(line.text(), line.recency()));
      telling[i] = line.telling();
    }
    List<String> options = new ArrayList<>(question.incorrect());
    options.addFirst(question.correct());
    int group = Integer.parseInt(persona.id().substring(1));
    return set(sort, group, told, telling, question.query(), options, right);
  }

  static boolean isOwn(Preference preference) {
    return preference.owner() == PreferenceOwner.SELF
        && preference.type() != PreferenceType.ASK_TO_FORGET
        && preference.type() != PreferenceType.SENSITIVE_INFO;
  }

  static Set<String> ownWords(List<SampleMessage> messages) {
    Set<String> sentences = new LinkedHashSet<>();
    for (SampleMessage message : messages) {
      if (message.role() == Role.USER) {
        sentences.addAll(sentences(message.text()));
      }
    }
    return sentences;
  }

  private TuningSet set(
      TuningSet.Sort sort,
      int group,
      List<Told> page,
      boolean[] telling,
      String query,
      List<String> options,
      int right) {
    List<TextView> offered = options.stream().map(this::view).toList();
    return new TuningSet(
        sort, group, Evidence.weigh(page, view(query), offered), telling, options.size(), right);
  }

  private Told told(String sentence, double recency) {
    return new Told(view(sentence), sentence.length(), recency);
  }

  private TextView view(String text) {
    return views.computeIfAbsent(text, each -> background.view(reader.apply(each)));
  }
}
