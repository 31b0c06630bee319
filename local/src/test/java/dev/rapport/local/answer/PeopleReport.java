package dev.rapport.local.answer;

import dev.rapport.data.sample.AskedQuestion;
import dev.rapport.data.sample.Preference;
import dev.rapport.data.sample.PreferenceOwner;
import dev.rapport.data.sample.PreferenceType;
import dev.rapport.data.sample.Question;
import dev.rapport.data.sample.SampleMessage;
import dev.rapport.data.sample.SamplePersona;
import dev.rapport.data.sample.SamplePersonas;
import dev.rapport.data.sample.Session;
import dev.rapport.data.sample.Twin;
import dev.rapport.local.embed.BgeSmall;
import dev.rapport.memory.Choice;
import dev.rapport.memory.Options;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Sensitivity;
import dev.rapport.privacy.PrivacyGates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accuracy of the answerer alone, by type of question: over a page that holds every sentence of the
 * person's own words, with others' and forgotten things marked and left out as a perfect writer
 * would, and over an empty page. Argument: {@code development} or {@code reported}.
 */
final class PeopleReport {
  private static final long SEED = 1;

  private final PageAnswerer answerer =
      PageAnswerer.using(BgeSmall.lazy(), PrivacyGates.standard());
  private final Map<String, double[]> rows = new TreeMap<>();

  private PeopleReport() {}

  public static void main(String[] arguments) {
    SamplePersonas people = SamplePersonas.shipped();
    PeopleReport report = new PeopleReport();
    boolean reported = arguments[0].equals("reported");
    for (String id : reported ? people.reportedIds() : people.developmentIds()) {
      report.ask(people.load(id));
    }
    report.print();
  }

  private void ask(SamplePersona person) {
    Recall whole = page(person, "", List.of());
    for (Question question : person.questions()) {
      Preference preference = person.preference(question.preference());
      String type = type(preference);
      count(type, question.asked(SEED), whole);
      if (TuningData.isOwn(preference)) {
        count("own, all", question.asked(SEED), whole);
      }
      List<Twin> twins = person.twinsOf(question.id());
      if (!twins.isEmpty()) {
        count("twins", question.asked(SEED), whole);
      }
      for (Twin twin : twins) {
        count(
            "twins",
            question.asked(SEED, twin),
            page(person, preference.session(), twin.messages()));
      }
    }
  }

  private static String type(Preference preference) {
    if (preference.owner() == PreferenceOwner.OTHERS) {
      return "others";
    }
    return preference.isUpdate() && preference.type() != PreferenceType.ASK_TO_FORGET
        ? "own, changed"
        : preference.type().label();
  }

  private void count(String type, AskedQuestion asked, Recall page) {
    Query query = new Query(asked.query());
    Options options = new Options(asked.options());
    Choice.Chosen choice = (Choice.Chosen) answerer.choose(query, options, page);
    Choice.Chosen blind = (Choice.Chosen) answerer.choose(query, options, Recall.NOTHING);
    double[] row = rows.computeIfAbsent(type, each -> new double[4]);
    row[0]++;
    row[1] += choice.option() == asked.gold() ? 1 : 0;
    row[2] += blind.option() == asked.gold() ? 1 : 0;
    row[3] += choice.confidence();
  }

  private static Recall page(SamplePersona person, String replaced, List<SampleMessage> instead) {
    List<Line> lines = new ArrayList<>();
    for (int s = 0; s < person.sessions().size(); s++) {
      Session session = person.sessions().get(s);
      if (isForgotten(person, session)) {
        continue;
      }
      Owner owner = isOthers(person, session) ? Owner.other("someone") : Owner.self();
      for (String sentence :
          TuningData.ownWords(session.id().equals(replaced) ? instead : session.messages())) {
        lines.add(line(lines.size() + 1, sentence, owner, s));
      }
    }
    return new Recall("", lines, 0);
  }

  private static boolean isForgotten(SamplePersona person, Session session) {
    for (Preference preference : person.preferences()) {
      if (preference.type() == PreferenceType.ASK_TO_FORGET
          && (preference.session().equals(session.id())
              || preference.replaces().stream()
                  .anyMatch(id -> person.preference(id).session().equals(session.id())))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOthers(SamplePersona person, Session session) {
    return person.preferences().stream()
        .anyMatch(
            preference ->
                preference.owner() == PreferenceOwner.OTHERS
                    && preference.session().equals(session.id()));
  }

  private static Line line(int id, String text, Owner owner, int session) {
    return new Line(
        LineId.of(id),
        "Said",
        text,
        owner,
        Basis.STATED,
        Kind.FACT,
        Sensitivity.ORDINARY,
        Instant.ofEpochSecond(session),
        List.of(),
        Author.MODEL,
        false);
  }

  private void print() {
    System.out.println("type                              n   page  empty  confidence");
    rows.forEach(
        (type, row) ->
            System.out.printf(
                Locale.ROOT,
                "%-30s %4.0f  %.3f  %.3f  %.3f%n",
                type,
                row[0],
                row[1] / row[0],
                row[2] / row[0],
                row[3] / row[0]));
  }
}
