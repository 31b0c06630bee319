package dev.rapport.server.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.conversation.Turn;
import dev.rapport.guard.GuardFinding;
import dev.rapport.guard.Guarded;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.Revision;
import dev.rapport.runtime.Rapport;
import dev.rapport.store.PageJson;
import dev.rapport.work.Cost;
import java.time.Instant;
import java.util.List;

/** What is shown of pages, lines and revisions: the same shapes as the command line's. */
final class Views {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Views() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ArrayNode array() {
    return JSON.createArrayNode();
  }

  static String page(Rapport rapport, Page page) {
    return PageJson.write(page, rapport.guard().tokens(page), rapport.config().capTokens());
  }

  /** Lines as they stand on a page. */
  static ArrayNode lines(Page of, List<Line> lines) {
    Page page = new Page(of.user(), lines, of.tokenizer(), of.revision(), of.nextLine());
    return (ArrayNode) read(PageJson.write(page, 0, 0)).path("lines");
  }

  static JsonNode line(Page of, Line line) {
    return lines(of, List.of(line)).get(0);
  }

  static ObjectNode guarded(Guarded guarded) {
    ObjectNode node = object();
    node.put("revision", guarded.page().revision());
    node.put("accepted", guarded.outcome() == Guarded.Outcome.ACCEPTED);
    ArrayNode findings = node.putArray("findings");
    for (GuardFinding finding : guarded.findings()) {
      findings
          .addObject()
          .put("rule", finding.rule().name())
          .put("place", finding.where())
          .put("why", finding.why());
    }
    return node;
  }

  static ObjectNode revision(Revision revision) {
    ObjectNode node = object();
    node.put("number", revision.number());
    node.put("at", revision.at().toString());
    node.putObject("cause")
        .put("kind", revision.cause().kind().name())
        .put("detail", revision.cause().detail());
    node.put("added", revision.diff().added().size());
    node.put("changed", revision.diff().changed().size());
    node.put("removed", revision.diff().removed().size());
    return node;
  }

  /** Left out when there is none. */
  static void putTime(ObjectNode node, String name, Instant at) {
    if (!at.equals(Turn.UNDATED) && !at.equals(Instant.MAX)) {
      node.put(name, at.toString());
    }
  }

  /** Null where the price is not known. */
  static void putCost(ObjectNode node, String name, Cost cost) {
    if (cost instanceof Cost.Known known) {
      node.put(name, known.usd());
    } else {
      node.putNull(name);
    }
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our own JSON cannot be read", e);
    }
  }
}
