package dev.rapport.store;

import dev.rapport.learn.MemoryStore;
import dev.rapport.learn.MemoryStore.Trace;
import dev.rapport.model.ChatReply;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.Revision;
import dev.rapport.page.Source;
import dev.rapport.person.UserId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Walks every table that holds a person's words. */
record Traces(Sql sql, Pages pages) {
  List<Trace> of(UserId user) throws SQLException {
    List<Trace> found = new ArrayList<>();
    addPage("page", pages.current(user), found);
    for (Revision revision : pages.revisions(user)) {
      addPage("revision " + revision.number(), revision.page(), found);
    }
    Inbox inbox = new Inbox(sql);
    inbox
        .pending(user, MemoryStore.FROM_START, Integer.MAX_VALUE)
        .forEach(w -> found.add(new Trace("waiting turn " + w.turn().id(), w.turn().text())));
    for (MemoryStore.Buried buried : inbox.buried(user)) {
      found.add(new Trace("buried turn " + buried.turn().id(), buried.turn().text()));
    }
    addReplies(user, found);
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

  private void addReplies(UserId user, List<Trace> found) throws SQLException {
    sql.list(
            "SELECT step, doc FROM journal WHERE scope = ? ORDER BY step, request_hash",
            row -> {
              ChatReply reply = ReplyJson.read(row.getString(2));
              String text = (reply.thinking() + "\n" + reply.text()).strip();
              return new Trace("reply " + row.getString(1), text);
            },
            user.value())
        .forEach(found::add);
  }
}
