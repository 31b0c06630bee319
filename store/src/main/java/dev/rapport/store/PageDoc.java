package dev.rapport.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.page.Page;
import dev.rapport.person.UserId;

/** A whole page as it is stored: all of it but whose it is. */
final class PageDoc {
  private PageDoc() {}

  static ObjectNode write(Page page) {
    ObjectNode node = Json.object();
    node.put("revision", page.revision());
    node.put("tokenizer", page.tokenizer());
    node.put("nextLine", page.nextLine());
    Json.putList(node, "lines", page.lines(), LineJson::write);
    return node;
  }

  static Page read(UserId user, JsonNode node) {
    return new Page(
        user,
        Json.list(node, "lines", LineJson::read),
        Json.string(node, "tokenizer"),
        Json.number(node, "revision"),
        Math.toIntExact(Json.number(node, "nextLine")));
  }
}
