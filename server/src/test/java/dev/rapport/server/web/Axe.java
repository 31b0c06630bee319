package dev.rapport.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Looks a tab through with axe-core: WCAG 2.2 AA and good practice. */
final class Axe {
  private static final String SCRIPT = read();

  private Axe() {}

  /** What is amiss, one sentence each, with the element; empty is good. */
  static List<String> faults(Tab tab) {
    return faults(tab, "{}");
  }

  /** Only faults of contrast, which are all that another theme can bring. */
  static List<String> faultsOfContrast(Tab tab) {
    return faults(tab, "{runOnly: ['color-contrast']}");
  }

  private static List<String> faults(Tab tab, String options) {
    tab.call("Runtime.evaluate", "expression", "window.axe || (() => {" + SCRIPT + "})(); 0");
    JsonNode violations =
        tab.js(
            """
            const found = await axe.run(document, {...%s, resultTypes: ["violations"]});
            return found.violations.flatMap(({id, impact, nodes}) => nodes.map((node) =>
              [impact, id, node.target.join(" "), node.failureSummary.replace(/\\s+/g, " ")].join("; ")));
            """
                .formatted(options));
    List<String> faults = new ArrayList<>();
    violations.forEach(fault -> faults.add(fault.asText()));
    return faults;
  }

  private static String read() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(in, "axe-core is not on the class path").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
