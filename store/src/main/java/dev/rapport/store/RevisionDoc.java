package dev.rapport.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page as what differs from the page before it: the order of all lines, and those lines that are
 * new or say something else. Thousands of revisions then take little more than their changes.
 */
final class RevisionDoc {
  private RevisionDoc() {}

  static ObjectNode write(Page before, Page page) {
    Map<LineId, Line> known = byId(before);
    ObjectNode node = Json.object();
    node.put("tokenizer", page.tokenizer());
    node.put("nextLine", page.nextLine());
    Json.putStrings(node, "order", page.lines().stream().map(line -> line.id().value()).toList());
    Json.putList(
        node,
        "lines",
        page.lines().stream().filter(line -> !line.equals(known.get(line.id()))).toList(),
        LineJson::write);
    return node;
  }

  static Page read(Page before, long number, JsonNode node) {
    Map<LineId, Line> known = byId(before);
    Json.list(node, "lines", LineJson::read).forEach(line -> known.put(line.id(), line));
    List<Line> lines = new ArrayList<>();
    for (JsonNode id : node.path("order")) {
      Line line = known.get(new LineId(id.asText()));
      if (line == null) {
        throw new StoreException(
            "Revision %d of %s shows line %s, which no revision before it has. Restore the store"
                    .formatted(number, before.user(), id.asText())
                + " from a copy.");
      }
      lines.add(line);
    }
    return new Page(
        before.user(),
        lines,
        Json.string(node, "tokenizer"),
        number,
        Math.toIntExact(Json.number(node, "nextLine")));
  }

  private static Map<LineId, Line> byId(Page page) {
    Map<LineId, Line> lines = new LinkedHashMap<>();
    page.lines().forEach(line -> lines.put(line.id(), line));
    return lines;
  }
}
