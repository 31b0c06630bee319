package dev.rapport.server.web;

import dev.rapport.conversation.Turn;
import dev.rapport.page.Line;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.page.PageDiff;
import dev.rapport.page.PageMarkdown;
import dev.rapport.page.Revision;
import dev.rapport.runtime.Rapport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The wire forms {@link StandIn} answers with. */
final class Wire {
  private Wire() {}

  static Map<String, Object> page(Page page, Rapport rapport) {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("user", page.user().value());
    wire.put("revision", page.revision());
    wire.put("tokenizer", page.tokenizer());
    wire.put("tokens", rapport.counter().count(PageMarkdown.render(page)));
    wire.put("cap", rapport.config().capTokens());
    wire.put("lines", page.lines().stream().map(Wire::line).toList());
    return wire;
  }

  static Map<String, Object> line(Line line) {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("id", line.id().value());
    wire.put("section", line.section());
    wire.put("text", line.text());
    wire.put("owner", line.owner() instanceof Owner.Other other ? other.who() : "self");
    wire.put("basis", line.basis().name());
    wire.put("kind", line.kind().name());
    wire.put("sensitivity", line.sensitivity().name());
    wire.put("since", line.since().equals(Turn.UNDATED) ? null : line.since().toString());
    wire.put("author", line.author().name());
    wire.put("pinned", line.pinned());
    wire.put(
        "sources",
        line.sources().stream()
            .map(one -> Map.of("turn", one.turn().value(), "quote", one.quote()))
            .toList());
    return wire;
  }

  static Map<String, Object> revision(Revision revision) {
    return Map.of(
        "number", revision.number(),
        "at", revision.at().toString(),
        "cause",
            Map.of("kind", revision.cause().kind().name(), "detail", revision.cause().detail()),
        "added", revision.diff().added().size(),
        "changed", revision.diff().changed().size(),
        "removed", revision.diff().removed().size());
  }

  static Map<String, Object> diff(PageDiff diff) {
    return Map.of(
        "added", lines(diff.added()),
        "removed", lines(diff.removed()),
        "changed",
            diff.changed().stream()
                .map(one -> Map.of("before", line(one.before()), "after", line(one.after())))
                .toList());
  }

  private static List<Map<String, Object>> lines(List<Line> lines) {
    return lines.stream().map(Wire::line).toList();
  }
}
