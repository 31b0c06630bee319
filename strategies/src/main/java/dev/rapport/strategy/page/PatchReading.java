package dev.rapport.strategy.page;

import dev.rapport.conversation.Turn;
import dev.rapport.memory.Draft;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.text.Plain;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes edits of a model's line patches. Each line is judged by itself; one that cannot be used is
 * left out with why, in words of ours only.
 */
final class PatchReading {
  private static final int MOST_LINES = 2_000;
  private static final int MOST_EDITS = 200;
  private static final int MOST_PROBLEMS = 20;
  private static final int LONGEST_TEXT = 1_000;
  private static final int LONGEST_SECTION = 60;
  private static final Pattern LINE_ID = Pattern.compile("\\bl[1-9]\\d{0,8}\\b");
  private static final Pattern NOTHING =
      Pattern.compile("(?i)^\\W*(?:none|no changes?|nothing|no updates?|nothing to change)\\W*$");

  private final Page page;
  private final ChunkTurns turns;
  private final Set<PageEdit> edits = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();

  PatchReading(Page page, ChunkTurns turns) {
    this.page = page;
    this.turns = turns;
  }

  Draft read(ModelPageWriter.Answer answer) {
    if (answer.text().isBlank()) {
      return new Draft.Unusable("the reply was empty");
    }
    List<String> lines = answer.text().lines().limit(MOST_LINES).toList();
    int usable = answer.cut() ? lines.size() - 1 : lines.size();
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < usable && edits.size() < MOST_EDITS; i++) {
      if (seen.add(lines.get(i).strip())) {
        String place = "line " + (i + 1) + " of the reply";
        PatchLine.read(lines.get(i)).ifPresent(line -> take(line, place));
      }
    }
    if (edits.isEmpty()) {
      return withoutEdits(answer);
    }
    if (answer.cut()) {
      problem("the reply was cut off; its last line is left out");
    }
    return new Draft.Edits(List.copyOf(edits), problems);
  }

  private Draft withoutEdits(ModelPageWriter.Answer answer) {
    boolean nothing =
        answer.text().lines().limit(MOST_LINES).anyMatch(line -> isNothing(line.strip()));
    if (nothing && problems.isEmpty()) {
      return new Draft.Edits(List.of(), List.of());
    }
    if (answer.cut()) {
      return new Draft.Unusable("the reply was cut off before any change was complete; be brief");
    }
    return new Draft.Unusable(
        problems.isEmpty()
            ? "no line of the reply has one of the forms + ~ - ! and it does not say NONE"
            : String.join("; ", problems));
  }

  private static boolean isNothing(String line) {
    return line.length() < 40 && NOTHING.matcher(line).matches();
  }

  private void take(PatchLine line, String place) {
    switch (line.operation()) {
      case '+' -> add(line, place);
      case '~' -> replace(line, place);
      case '-' -> remove(line, place);
      case '!' -> forget(line, place);
      default -> throw new IllegalStateException("no patch begins with " + line.operation());
    }
  }

  private void add(PatchLine line, String place) {
    if (line.fields().size() < 2) {
      problem(place + " has no \"section | text\"");
      return;
    }
    String section = Plain.line(line.fields().getFirst(), LONGEST_SECTION);
    draft(section, line, place, Marks.NONE).ifPresent(draft -> edits.add(new PageEdit.Add(draft)));
  }

  private void replace(PatchLine line, String place) {
    List<LineId> ids = known(line, place);
    if (ids.isEmpty() || line.fields().size() < 2) {
      problem(place + " has no \"id of a line | text\"");
      return;
    }
    Line old = page.line(ids.getFirst()).orElseThrow();
    Marks marks = new Marks(old.owner(), old.basis(), old.kind(), old.sensitivity());
    draft(old.section(), line, place, marks)
        .ifPresent(draft -> edits.add(new PageEdit.Replace(old.id(), draft)));
  }

  private void remove(PatchLine line, String place) {
    String reason = line.fields().size() > 1 ? line.fields().get(1) : "no longer holds";
    known(line, place)
        .forEach(id -> edits.add(new PageEdit.Remove(id, Plain.line(reason, LONGEST_TEXT))));
  }

  /** Only on the person's word: a forgetting that no turn of theirs asks for is not done. */
  private void forget(PatchLine line, String place) {
    if (own(line, place).isEmpty()) {
      problem(place + " names no user turn that asks to forget");
      return;
    }
    boolean named = LINE_ID.matcher(line.fields().getFirst()).find();
    List<LineId> ids = named ? known(line, place) : List.of();
    String words = named && line.fields().size() == 1 ? "" : line.fields().getLast();
    edits.add(new PageEdit.Forget(ids, Plain.line(words, LONGEST_TEXT)));
  }

  private Optional<LineDraft> draft(String section, PatchLine line, String place, Marks before) {
    String text = Plain.line(line.fields().get(1), LONGEST_TEXT);
    List<Turn> sources = own(line, place);
    if (text.isBlank() || section.isBlank() || sources.isEmpty()) {
      problem(place + (sources.isEmpty() ? " names no user turn behind <-" : " has an empty part"));
      return Optional.empty();
    }
    Marks marks = before;
    for (String word : line.fields().subList(2, line.fields().size())) {
      Optional<Marks> more = marks.and(word);
      if (more.isEmpty()) {
        problem(place + " has a mark that is unknown");
      }
      marks = more.orElse(marks);
    }
    return Optional.of(
        new LineDraft(
            section,
            text,
            marks.owner(),
            marks.basis(),
            marks.kind(),
            marks.sensitivity(),
            ChunkTurns.since(sources),
            ChunkTurns.sources(text, sources)));
  }

  private List<Turn> own(PatchLine line, String place) {
    List<Turn> own = new ArrayList<>();
    for (String alias : line.turns()) {
      Optional<Turn> turn = turns.own(alias);
      if (turn.isEmpty()) {
        problem(
            "%s names %s, which is %s"
                .formatted(place, alias, turns.isKnown(alias) ? "not a user's turn" : "no turn"));
      }
      turn.ifPresent(own::add);
    }
    return own;
  }

  private List<LineId> known(PatchLine line, String place) {
    List<LineId> ids = new ArrayList<>();
    Matcher matcher = LINE_ID.matcher(line.fields().getFirst().toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      LineId id = new LineId(matcher.group());
      if (page.line(id).isPresent()) {
        ids.add(id);
      } else {
        problem("%s names line %s, which is not on the page".formatted(place, id));
      }
    }
    return ids;
  }

  private void problem(String problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }
}
