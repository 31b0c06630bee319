package dev.rapport.server.web;

import dev.rapport.conversation.Conversation;
import dev.rapport.conversation.Message;
import dev.rapport.data.sample.SampleHistory;
import dev.rapport.data.sample.SamplePersonas;
import dev.rapport.learn.LearnListener;
import dev.rapport.person.UserId;
import dev.rapport.runtime.People;
import dev.rapport.runtime.Rapport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A memory that has learned a sample person, in two sittings; learned once, copied for each test.
 */
final class SampleStore {
  /** The person whose page is filled. */
  static final UserId ANA = new UserId("ana");

  /** A line of hers, from the first sitting. */
  static final String LINE = "neurosurgeon in Nelspruit";

  private static final String PERSONA = "p23";

  private SampleStore() {}

  static Path copy() {
    try {
      Path folder = Files.createTempDirectory("rapport-site");
      Files.copy(key(Learned.FILE), key(folder.resolve("rapport.db")));
      return Files.copy(Learned.FILE, folder.resolve("rapport.db"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path key(Path store) {
    return store.resolveSibling(store.getFileName() + ".key");
  }

  private static final class Learned {
    static final Path FILE = learn();

    private static Path learn() {
      try {
        Path file = Files.createTempDirectory("rapport-sample").resolve("rapport.db");
        try (Rapport rapport = Rapport.open(file)) {
          List<Conversation> history = SampleHistory.of(SamplePersonas.shipped().load(PERSONA));
          int half = (history.size() + 1) / 2;
          learn(rapport.people(), history.subList(0, half));
          learn(rapport.people(), history.subList(half, history.size()));
        }
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void learn(People people, List<Conversation> sitting) {
      List<Message> messages = sitting.stream().flatMap(one -> one.messages().stream()).toList();
      people.learner().learn(ANA, messages.iterator(), LearnListener.SILENT);
    }
  }
}
