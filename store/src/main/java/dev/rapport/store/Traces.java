package dev.rapport.store;

import dev.rapport.learn.MemoryStore;
import dev.rapport.learn.MemoryStore.Trace;
import dev.rapport.model.ChatReply;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.Revision;
import dev.rapport.page.Source;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Walks every table that holds a person's words. */
record Traces(PersonRows rows, Pages pages) {
  List<Trace> all() throws SQLException {
    List<Trace> found = new ArrayList<>();
    addPage("page", pages.current(), found);
    for (Revision revision : pages.revisions()) {
      addPage("revision " + revision.number(), revision.page(), found);
    }
    Inbox inbox = new Inbox(rows);
    inbox
        .pending(MemoryStore.FROM_START, Integer.MAX_VALUE)
        .forEach(w -> found.add(new Trace("waiting turn " + w.turn().id(), w.turn().text())));
    for (MemoryStore.Buried buried : inbox.buried()) {
      found.add(new Trace("buried turn " + buried.turn().id(), buried.turn().text()));
    }
    for (Journal.Kept kept : new Journal(rows).all()) {
      ChatReply reply = kept.reply();
      String text = (reply.thinking() + "\n" + reply.text()).strip();
      found.add(new Trace("reply " + kept.step(), text));
    }
    new Replays(rows).bodies().forEach(body -> found.add(new Trace("answer to a request", body)));
    return found;
  }

  private static void addPage(String place, Page page, List<Trace> found) {
    for (Line line : page.lines()) {
      String where = "%s line %s".formatted(place, line.id());
      found.add(new Trace(where, line.text()));
      for (Source source : line.sources()) {
        found.add(new Trace("%s quote %s".formatted(where, source.turn()), source.quote()));
      }
    }
  }
}
