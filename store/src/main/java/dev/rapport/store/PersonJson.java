package dev.rapport.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.learn.MemoryStore.Buried;
import dev.rapport.page.Page;
import dev.rapport.page.PageDiff;
import dev.rapport.page.Revision;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Everything held of a person as JSON: the page as {@link PageJson} has it, then the rest. */
final class PersonJson {
  private static final String FORMAT = "rapport-page";
  private static final int VERSION = 1;

  private PersonJson() {}

  static String write(Person person, int tokens, int cap) {
    ObjectNode node = PageJson.tree(person.page(), tokens, cap);
    node.put("nextLine", person.page().nextLine());
    node.put("format", FORMAT);
    node.put("version", VERSION);
    node.put("key", HexFormat.of().formatHex(person.key().bytes()));
    Page before = Page.empty(person.page().user(), person.page().tokenizer());
    var revisions = node.putArray("revisions");
    for (Revision revision : person.revisions()) {
      revisions.add(revision(before, revision));
      before = revision.page();
    }
    Json.putList(node, "tombstones", person.tombstones(), TombstoneJson::write);
    Json.putStrings(node, "read", person.read().stream().map(TurnId::value).toList());
    Json.putStrings(node, "forgotten", person.forgotten().stream().map(TurnId::value).toList());
    Json.putList(node, "waiting", person.waiting(), PersonJson::turn);
    Json.putList(node, "buried", person.buried(), each -> turn(each.turn()).put("why", each.why()));
    return Json.pretty(node);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param as whose it is to be
   */
  static Person read(JsonNode node, UserId as) {
    if (!Json.string(node, "format", "").equals(FORMAT)) {
      throw new StoreException(
          "It is not an exported page: the field \"format\" is not \"%s\".".formatted(FORMAT));
    }
    if (Json.number(node, "version") > VERSION) {
      throw new StoreException(
          "It has version %d, this program knows up to %d. Update the program."
              .formatted(Json.number(node, "version"), VERSION));
    }
    return new Person(
        key(Json.string(node, "key")),
        PageDoc.read(as, node),
        revisions(node, as),
        Json.list(node, "tombstones", TombstoneJson::read),
        Json.list(node, "read", id -> new TurnId(id.asText())),
        Json.list(node, "forgotten", id -> new TurnId(id.asText())),
        Json.list(node, "waiting", PersonJson::turn),
        Json.list(node, "buried", each -> new Buried(turn(each), Json.string(each, "why"))));
  }

  private static ObjectNode revision(Page before, Revision revision) {
    ObjectNode node = Json.object();
    node.put("number", revision.number());
    node.put("at", revision.at().toString());
    node.put("kind", revision.cause().kind().name());
    node.put("detail", revision.cause().detail());
    node.setAll(RevisionDoc.write(before, revision.page()));
    return node;
  }

  private static List<Revision> revisions(JsonNode node, UserId as) {
    List<Revision> revisions = new ArrayList<>();
    Page before = Page.empty(as, Json.string(node, "tokenizer"));
    for (JsonNode each : node.path("revisions")) {
      long number = Json.number(each, "number");
      Page page = RevisionDoc.read(before, number, each);
      revisions.add(
          new Revision(
              number,
              Instant.parse(Json.string(each, "at")),
              new Revision.Cause(
                  Json.choice(each, "kind", Revision.Kind.class), Json.string(each, "detail")),
              PageDiff.between(before, page),
              page));
      before = page;
    }
    return revisions;
  }

  private static PersonKey key(String hex) {
    try {
      return PersonKey.of(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          "The field \"key\" must have %d hexadecimal digits.".formatted(2 * PersonKey.BYTES), e);
    }
  }

  private static ObjectNode turn(Turn turn) {
    ObjectNode node = Json.object();
    node.put("id", turn.id().value());
    node.put("role", turn.role().name());
    node.put("at", turn.at().toString());
    node.put("text", turn.text());
    return node;
  }

  private static Turn turn(JsonNode node) {
    return new Turn(
        new TurnId(Json.string(node, "id")),
        Json.choice(node, "role", Role.class),
        Json.string(node, "text"),
        Instant.parse(Json.string(node, "at")));
  }
}
