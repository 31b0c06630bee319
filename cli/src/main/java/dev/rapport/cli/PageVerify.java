package dev.rapport.cli;

import dev.rapport.control.Verification;
import dev.rapport.learn.MemoryStore;
import dev.rapport.person.UserId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows evidence. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks what is kept: the cap, each line's source, an unbroken history, and that nothing"
          + " forgotten is stored anywhere. With --words, also looks for words in every text kept"
          + " sealed of the person, and in the raw bytes of the database files."
    },
    footer = {
      "",
      "Examples:",
      "  rapport page verify --user ana",
      "  rapport page verify --user ana --words \"loud guitars\""
    })
final class PageVerify extends UserSession {
  @Option(names = "--words", paramLabel = "TEXT", description = "Words that should be nowhere.")
  private @Nullable String words;

  PageVerify(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) throws IOException {
    UserId user = user();
    Verification found = workspace.control().verify(user);
    List<MemoryStore.Buried> buried = workspace.store().buried(user);
    List<String> faults = new ArrayList<>(found.faults());
    long bytes = 0;
    String sought = words;
    if (sought != null) {
      RawSearch search = RawSearch.of(sought);
      workspace.store().traces(user).forEach(each -> search.look(each.place(), each.text()));
      for (var file : workspace.files()) {
        bytes += search.look(file);
      }
      faults.addAll(search.found());
    }
    if (json()) {
      printJson(result(found, buried, bytes, faults));
    } else {
      report(found, buried, bytes, faults);
    }
    return faults.isEmpty() ? DONE : FAILED;
  }

  private void report(
      Verification found, List<MemoryStore.Buried> buried, long bytes, List<String> faults) {
    print(
        "page: revision %d, %d lines, %,d of %,d tokens"
            .formatted(found.revision(), found.lines(), found.tokens(), found.cap()));
    print(
        "forgotten: %d tombstones; %,d stored texts looked through"
            .formatted(found.tombstones(), found.textsSearched()));
    if (words != null) {
      print("raw bytes: %,d looked through in the database's files".formatted(bytes));
    }
    if (!buried.isEmpty()) {
      print("set aside: %d turns".formatted(buried.size()));
      buried.forEach(one -> print("  %s: %s".formatted(one.turn().id(), one.why())));
    }
    faults.forEach(fault -> print("FAULT: " + fault));
    print(faults.isEmpty() ? "All of it holds." : "%d faults.".formatted(faults.size()));
  }

  private static Map<String, Object> result(
      Verification found, List<MemoryStore.Buried> buried, long bytes, List<String> faults) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("holds", faults.isEmpty());
    result.put("revision", found.revision());
    result.put("lines", found.lines());
    result.put("tokens", found.tokens());
    result.put("cap", found.cap());
    result.put("tombstones", found.tombstones());
    result.put("textsSearched", found.textsSearched());
    result.put("bytesSearched", bytes);
    result.put("setAside", buried.size());
    result.put("faults", faults);
    return result;
  }
}
