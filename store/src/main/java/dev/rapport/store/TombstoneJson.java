package dev.rapport.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.conversation.TurnId;
import dev.rapport.forget.Tombstone;
import java.time.Instant;

/** A tombstone as JSON: hashes only. */
final class TombstoneJson {
  private TombstoneJson() {}

  static ObjectNode write(Tombstone tombstone) {
    ObjectNode node = Json.object();
    node.put("id", tombstone.id());
    node.put("at", tombstone.at().toString());
    node.put("whole", tombstone.whole());
    ArrayNode stems = node.putArray("stems");
    tombstone.stems().forEach(stems::add);
    Json.putStrings(node, "turns", tombstone.turns().stream().map(TurnId::value).toList());
    return node;
  }

  static Tombstone read(JsonNode node) {
    return new Tombstone(
        Json.string(node, "id"),
        Instant.parse(Json.string(node, "at")),
        Json.string(node, "whole"),
        Json.list(node, "stems", JsonNode::asLong),
        Json.list(node, "turns", id -> new TurnId(id.asText())));
  }
}
