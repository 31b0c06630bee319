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
import dev.rapport.data.sample.Session;
import dev.rapport.data.sample.Twin;
import dev.rapport.local.embed.BgeSmall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Builds tuning sets: pages that hold every sentence of the person's own words. */
final class TuningData {
  private static final int STRANGERS_PER_PAGE = 12;
  private static final int SHORTEST = 8;
  private static final Pattern SENTENCE_END =
      Pattern.compile("\\n+|(?<=[.!?:])['\"”’)]*\\s+(?=[\"'“‘(]?[A-Z0-9À-ÿ])");

  private final BgeSmall bge;
  private final Background background;
  private final Map<String, TextView> views = new HashMap<>();

  TuningData(BgeSmall bge, Background background) {
    this.bge = bge;
    this.background = background;
  }

  static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    for (String sentence : SENTENCE_END.split(text)) {
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
        java.util.Arrays.fill(tells, 0, telling, true);
        sets.add(
            set(TuningSet.Sort.CORPUS, m, page, tells, own.query(), options, 0));
      }
    }
    return sets;
  }

  /** Questions about a person's own preferences, and all their twins. */
  List<TuningSet> persona(SamplePersona persona) {
    int group = Integer.parseInt(persona.id().substring(1));
    List<TuningSet> sets = new ArrayList<>();
    for (Question question : persona.questions()) {
      Preference preference = persona.preference(question.preference());
      List<String> options = new ArrayList<>(question.incorrect());
      options.addFirst(question.correct());
      if (isOwn(preference)) {
        sets.add(
            page(TuningSet.Sort.QUESTION, group, persona, preference, List.of(), question, 0));
      }
      List<Twin> twins = persona.twinsOf(question.id());
      if (!twins.isEmpty()) {
        sets.add(page(TuningSet.Sort.TWIN, group, persona, preference, List.of(), question, 0));
      }
      for (Twin twin : twins) {
        sets.add(
            page(
                TuningSet.Sort.TWIN,
                group,
                persona,
                preference,
                twin.messages(),
                question,
                twin.option() + 1));
      }
    }
    return sets;
  }

  static boolean isOwn(Preference preference) {
    return preference.owner() == PreferenceOwner.SELF
        && preference.type() != PreferenceType.ASK_TO_FORGET
        && preference.type() != PreferenceType.SENSITIVE_INFO;
  }

  private TuningSet page(
      TuningSet.Sort sort,
      int group,
      SamplePersona persona,
      Preference preference,
      List<SampleMessage> instead,
      Question question,
      int right) {
    List<Told> page = new ArrayList<>();
    List<Boolean> telling = new ArrayList<>();
    double last = persona.sessions().size() - 1.0;
    for (int s = 0; s <= last; s++) {
      Session session = persona.sessions().get(s);
      boolean tells = session.id().equals(preference.session());
      for (String sentence :
          ownWords(tells && !instead.isEmpty() ? instead : session.messages())) {
        page.add(told(sentence, s / last));
        telling.add(tells);
      }
    }
    boolean[] tells = new boolean[page.size()];
    for (int i = 0; i < tells.length; i++) {
      tells[i] = telling.get(i);
    }
    List<String> options = new ArrayList<>(question.incorrect());
    options.addFirst(question.correct());
    return set(sort, group, page, tells, question.query(), options, right);
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
    return views.computeIfAbsent(text, each -> background.view(bge.read(each)));
  }
}
