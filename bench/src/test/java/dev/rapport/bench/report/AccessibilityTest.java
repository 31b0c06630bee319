package dev.rapport.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.bench.compare.Comparison;
import dev.rapport.bench.compare.NamedRun;
import dev.rapport.bench.score.Records;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as axe-core sees them, light and dark, on a wide and on a narrow screen. */
class AccessibilityTest {
  /** Looks the pages through, each in a frame of its own, and writes what is amiss. */
  private static final String LOOK =
      """
      const told = document.querySelector("output");
      const look = async ({ name, width, html }) => {
        const frame = document.createElement("iframe");
        frame.style.cssText = `border: 0; height: 800px; width: ${width}px`;
        const loaded = new Promise(done => { frame.onload = done; });
        frame.srcdoc = html;
        document.body.append(frame);
        await loaded;
        const page = frame.contentDocument, view = frame.contentWindow, faults = [];
        const open = kind => [...page.querySelectorAll(".q > button")]
          .find(one => one.querySelector(".badge." + kind))?.click();
        ["correct", "wrong", "unparsed"].forEach(open);
        const found = await view.axe.run(page, { resultTypes: ["violations"] });
        for (const { id, nodes } of found.violations) for (const node of nodes)
          faults.push([id, node.target.join(" "), node.failureSummary.replace(/\\s+/g, " ")].join("; "));
        const room = page.documentElement.clientWidth;
        for (const one of page.querySelectorAll("body *")) {
          const { left, right } = one.getBoundingClientRect();
          if (!one.closest(".scroll *, .unseen") && one.checkVisibility() && (right > room + 1 || left < -1))
            faults.push("sticks out: " + one.tagName + "." + one.getAttribute("class"));
        }
        for (const text of page.querySelectorAll("svg text")) {
          const size = parseFloat(view.getComputedStyle(text).fontSize) * text.getScreenCTM().a;
          if (size < 10) faults.push("too small to read: " + text.textContent + ", " + size);
        }
        return faults.map(fault => name + ": " + fault + "\\n");
      };
      (async () => {
        const faults = [];
        for (const page of JSON.parse(document.getElementById("pages").textContent))
          faults.push(...await look(page));
        told.textContent = "looked at all: " + faults.join("");
      })();
      """;

  @TempDir private Path folder;

  @Test
  void givenAReportAndAComparison_nothingIsAmiss() throws Exception {
    String report = Report.of(Records.random(4, 12, 9, 0.8)).html();
    String comparison =
        Comparison.of(
                List.of(
                    new NamedRun("one", Records.random(4, 12, 9, 0.8)),
                    new NamedRun("two", Records.random(5, 12, 9, 0.6))))
            .html();

    assertThat(
            faults(
                View.of("light", 1100, report),
                View.of("dark", 360, report),
                View.of("light", 360, comparison),
                View.of("dark", 1100, comparison)))
        .isEmpty();
  }

  @Test
  void givenAPageWithFaults_theyAreSeen() throws Exception {
    String html =
        "<!doctype html><html><head></head><body><main style='width:900px'><img src='data:,'>"
            + "<p style='color:#ddd;background:#fff'>pale</p></main></body></html>";

    assertThat(faults(View.of("light", 360, html)))
        .contains("image-alt", "color-contrast", "html-has-lang", "sticks out: MAIN");
  }

  /**
   * A page as a theme and a width make it look.
   *
   * @param html lets the looking script in
   */
  private record View(String name, int width, String html) {
    static View of(String theme, int width, String html) throws IOException {
      return new View(
          theme + " " + width,
          width,
          html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
              .replace("@media (prefers-color-scheme: dark)", "@media " + media(theme))
              .replace("<head>", "<head><script>" + axe() + "</script>"));
    }
  }

  private String faults(View... views) throws Exception {
    String pages = new ObjectMapper().writeValueAsString(views).replace("<", "\\u003c");
    String frame =
        """
        <!doctype html><meta charset="utf-8"><body><output></output>
        <script type="application/json" id="pages">%s</script><script>%s</script>
        """
            .formatted(pages, LOOK);
    String told = Browser.dom(folder, frame).replaceAll("(?s).*<output>(.*?)</output>.*", "$1");
    assertThat(told).startsWith("looked at all:");
    return told.substring(told.indexOf(':') + 1).strip();
  }

  private static String media(String theme) {
    return theme.equals("dark") ? "all" : "not all";
  }

  private static String axe() throws IOException {
    try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(
              Objects.requireNonNull(in, "axe-core is not on the class path").readAllBytes(), UTF_8)
          .replace("</script", "<\\/script");
    }
  }
}
