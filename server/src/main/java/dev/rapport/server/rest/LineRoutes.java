package dev.rapport.server.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.guard.Guarded;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Revision;
import dev.rapport.page.Source;
import dev.rapport.server.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Single lines: their text, their marks, and why they are there. */
final class LineRoutes {
  private LineRoutes() {}

  static List<Route> routes() {
    return List.of(
        Route.post("/people/{user}/lines", Need.PERSON, "add line", LineRoutes::add),
        Route.get("/people/{user}/lines/{id}", Need.PERSON, "read line", LineRoutes::show),
        Route.patch("/people/{user}/lines/{id}", Need.PERSON, "edit line", LineRoutes::change),
        Route.delete("/people/{user}/lines/{id}", Need.PERSON, "remove line", LineRoutes::remove),
        Route.get("/people/{user}/lines/{id}/why", Need.PERSON, "ask why", LineRoutes::why),
        Route.post("/people/{user}/edits", Need.PERSON, "edit lines", LineRoutes::edit));
  }

  private static Answer add(Exchange exchange) {
    Fields body = exchange.body("section", "text");
    LineDraft line = LineDraft.written(body.optionalText("section").orElse(""), body.text("text"));
    Guarded guarded = Edits.apply(exchange, page -> List.of(new PageEdit.Add(line)), "new line");
    ObjectNode node = Views.guarded(guarded);
    boolean added = guarded.applied().stream().anyMatch(PageEdit.Add.class::isInstance);
    if (added) {
      Page page = guarded.page();
      node.set("line", Views.line(page, page.line(LineId.of(page.nextLine() - 1)).orElseThrow()));
    }
    return Answer.json(Edits.status(guarded, added ? 201 : 200), node);
  }

  private static Answer show(Exchange exchange) {
    Page page = exchange.people().page(exchange.user());
    return Answer.json(Views.line(page, Pages.line(page, new LineId(exchange.path("id")))));
  }

  private static Answer change(Exchange exchange) {
    Fields body = exchange.body("text", "section", "pinned");
    LineId id = new LineId(exchange.path("id"));
    return Edits.answer(exchange, page -> changes(body, Pages.line(page, id)), "line " + id);
  }

  private static List<PageEdit> changes(Fields body, Line line) {
    List<PageEdit> edits = new ArrayList<>();
    LineDraft draft = line.draft();
    LineDraft wanted =
        draft
            .withText(body.optionalText("text").orElse(draft.text()))
            .withSection(body.optionalText("section").orElse(draft.section()));
    if (!wanted.equals(draft)) {
      edits.add(new PageEdit.Replace(line.id(), wanted));
    }
    body.optionalFlag("pinned").ifPresent(pinned -> edits.add(pin(line.id(), pinned)));
    if (edits.isEmpty()) {
      throw Problem.badRequest(
          "The body changes nothing.", "Send a new \"text\", \"section\" or \"pinned\".");
    }
    return edits;
  }

  private static PageEdit pin(LineId id, boolean pinned) {
    return pinned ? new PageEdit.Pin(id) : new PageEdit.Unpin(id);
  }

  private static Answer remove(Exchange exchange) {
    LineId id = new LineId(exchange.path("id"));
    return Edits.answer(
        exchange,
        page -> List.of(new PageEdit.Remove(Pages.line(page, id).id(), "removed by the person")),
        "line " + id);
  }

  private static Answer why(Exchange exchange) {
    Page page = exchange.people().page(exchange.user());
    Line line = Pages.line(page, new LineId(exchange.path("id")));
    ObjectNode node = Views.object();
    node.set("line", Views.line(page, line));
    node.put("owner", line.owner() instanceof Owner.Other other ? other.who() : "self");
    node.put("basis", line.basis().name());
    Views.putTime(node, "since", line.since());
    ArrayNode sources = node.putArray("sources");
    Map<TurnId, Instant> said =
        exchange
            .people()
            .store()
            .said(exchange.user(), line.sources().stream().map(Source::turn).toList());
    for (Source source : line.sources()) {
      ObjectNode each = sources.addObject().put("turn", source.turn().value());
      each.put("quote", source.quote());
      Views.putTime(each, "at", said.getOrDefault(source.turn(), Turn.UNDATED));
    }
    ArrayNode revisions = node.putArray("revisions");
    for (Revision revision : exchange.people().store().revisions(exchange.user())) {
      if (concerns(revision, line.id())) {
        revisions.add(Views.revision(revision));
      }
    }
    return Answer.json(node);
  }

  private static boolean concerns(Revision revision, LineId id) {
    return revision.diff().added().stream().anyMatch(line -> line.id().equals(id))
        || revision.diff().changed().stream().anyMatch(line -> line.after().id().equals(id));
  }

  private static Answer edit(Exchange exchange) {
    List<Fields> edits = exchange.body("edits").objects("edits", "op", "line", "section", "text");
    return Edits.answer(
        exchange,
        page -> edits.stream().map(each -> one(each, page)).toList(),
        "%d edits".formatted(edits.size()));
  }

  private static PageEdit one(Fields fields, Page page) {
    String op = fields.text("op");
    if (op.equals("add")) {
      return new PageEdit.Add(
          LineDraft.written(fields.optionalText("section").orElse(""), fields.text("text")));
    }
    Line line = Pages.line(page, new LineId(fields.text("line")));
    LineDraft draft = line.draft();
    return switch (op) {
      case "replace" ->
          new PageEdit.Replace(
              line.id(),
              draft
                  .withText(fields.text("text"))
                  .withSection(fields.optionalText("section").orElse(draft.section())));
      case "remove" -> new PageEdit.Remove(line.id(), "removed by the person");
      case "pin" -> new PageEdit.Pin(line.id());
      case "unpin" -> new PageEdit.Unpin(line.id());
      default -> throw fields.wrong("op", "add, replace, remove, pin or unpin");
    };
  }
}
