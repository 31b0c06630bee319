package dev.rapport.local.answer;

import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Conversation;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.conversation.TurnIdentity;
import dev.rapport.local.write.LocalWriter;
import dev.rapport.memory.Draft;
import dev.rapport.memory.WriteContext;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.page.PageEditing;
import dev.rapport.page.Sensitivity;
import dev.rapport.page.Source;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import dev.rapport.privacy.PrivacyGates;
import dev.rapport.work.Calls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines about a person of the development half, and which conversation each turn belongs to.
 *
 * @param lines of the person's own
 */
record DevelopmentPage(List<Line> lines, Map<TurnId, String> conversations) {
  private static final UserId SOMEBODY = new UserId("somebody");
  private static final PersonKey KEY = PersonKey.of(new byte[PersonKey.BYTES]);

  /** The page that the writer writes of a history. */
  static DevelopmentPage written(List<Conversation> history, LocalWriter writer) {
    TurnIdentity identity = TurnIdentity.startingAt(KEY);
    WriteContext context = new WriteContext(KEY, List.of(), Calls.none());
    Map<TurnId, String> conversations = new LinkedHashMap<>();
    Page page = Page.empty(SOMEBODY, "o200k");
    for (Conversation conversation : history) {
      List<Turn> turns = new ArrayList<>();
      for (Message message : conversation.messages()) {
        Turn turn = identity.identify(message);
        turns.add(turn.withText(PrivacyGates.standard().mask(turn.text())));
        conversations.put(turn.id(), conversation.id());
      }
      Draft draft = writer.propose(new Chunk(0, turns, 1), page, context);
      page = PageEditing.apply(page, ((Draft.Edits) draft).edits(), Author.MODEL);
    }
    List<Line> own = page.lines().stream().filter(line -> line.owner().isSelf()).toList();
    return new DevelopmentPage(own, conversations);
  }

  /** All that the person said, a turn to a line, as the yardstick without a page has it. */
  static DevelopmentPage whole(List<Conversation> history) {
    TurnIdentity identity = TurnIdentity.startingAt(KEY);
    Map<TurnId, String> conversations = new LinkedHashMap<>();
    List<Line> lines = new ArrayList<>();
    for (Conversation conversation : history) {
      for (Message message : conversation.messages()) {
        Turn turn = identity.identify(message);
        conversations.put(turn.id(), conversation.id());
        if (turn.role() == Role.USER) {
          lines.add(line(lines.size() + 1, turn.id(), turn.text(), turn.at()));
        }
      }
    }
    return new DevelopmentPage(lines, conversations);
  }

  static Line line(int number, TurnId turn, String text, Instant at) {
    return new Line(
        LineId.of(number),
        "Said",
        text.replaceAll("\\s+", " ").strip(),
        Owner.self(),
        Basis.STATED,
        Kind.FACT,
        Sensitivity.ORDINARY,
        at,
        List.of(Source.quoting(turn, "")),
        Author.MODEL,
        false);
  }

  boolean isFrom(Passage passage, String conversation) {
    TurnId turn = passage.lines().getFirst().sources().getFirst().turn();
    return conversation.equals(conversations.get(turn));
  }
}
