package dev.rapport.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.person.UserId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Markup in what people and models wrote stays words: it runs nothing and builds nothing. */
@ExtendWith(Browsing.class)
final class HostileIT {
  /** Elements no view of ours has. */
  private static final String FOREIGN =
      "img, iframe, object, embed, base, link[rel=import], form[action], a[href^='javascript' i],"
          + " main svg:not(.drawn), body script";

  private static final UserId MALLORY = new UserId("<img src=x onerror=\"window.pwned=1\">\u202E");

  private final String at =
      "#/p/" + URLEncoder.encode(MALLORY.value(), StandardCharsets.UTF_8).replace("+", "%20") + "/";

  @Test
  void givenAHostilePage_everyViewShowsItAsWords(Site site) {
    HostilePage.write(site.people().store(), MALLORY);
    site.observe(MALLORY, "I like tea.");
    site.buryAll(MALLORY, HostilePage.TEXTS.getFirst());

    Tab tab = site.visit(at + "page");
    assertThat(tab.count(".line")).isEqualTo(HostilePage.TEXTS.size());
    for (String text : List.of("onerror", "<script>", "onload", "</button>", "javascript:")) {
      tab.click(".line-face|" + text).waitFor(".note blockquote|" + text);
      harmless(tab);
    }
    tab.click(".note button|Never remember this").waitFor("dialog .going li|javascript:");
    harmless(tab.press("Escape").waitGone("dialog"));
    harmless(tab.go(site.url() + at + "changes").click("summary").waitFor(".diff ins|onerror"));
    harmless(tab.go(site.url() + at + "waiting").waitFor(".facts|onerror"));
    harmless(tab.go(site.url() + at + "data").waitFor("main|newest").click("summary"));
    tab.click("button|Erase everything").waitFor("dialog strong|onerror");
    harmless(tab.press("Escape").waitGone("dialog"));
    harmless(tab.go(site.url() + "#/people").waitFor("tbody a|onerror"));
    harmless(tab.go(site.url() + "#/work").waitFor(".figures"));
  }

  @Test
  void givenAHostileQuestion_neitherItNorTheAnswerRuns(Site site) {
    HostilePage.write(site.people().store(), MALLORY);
    Tab tab = site.visit(at + "chat");

    for (String text : HostilePage.TEXTS) {
      tab.fill("#main textarea", text).press("Enter").waitFor(".answer:not([aria-busy])");
      tab.js("await patiently(() => !document.querySelector('.answer[aria-busy]'), 'an answer')");
      harmless(tab);
    }
    assertThat(tab.count(".asked")).isEqualTo(HostilePage.TEXTS.size());
    assertThat(tab.text("#main")).contains("<script>window.pwned=1</script>");
  }

  @Test
  void givenHostileAddresses_nothingRuns(Site site) {
    Tab tab = site.page();

    for (String hash :
        List.of(
            "#/p/%3Cimg%20src=x%20onerror=window.pwned=1%3E/page",
            "#/p/ana/__proto__",
            "#/p/ana/constructor",
            "#/constructor",
            "#/p/ana/page?lines=%22%3E%3Cimg%20src=x%20onerror=window.pwned=1%3E",
            "#/p/%E0%A4%A/page")) {
      harmless(tab.go(site.url() + hash));
    }
  }

  private static void harmless(Tab tab) {
    assertThat(tab.js("return window.pwned === undefined").booleanValue()).isTrue();
    assertThat(tab.count(FOREIGN)).as("elements of others").isZero();
    assertThat(tab.count("h1")).as("one heading").isOne();
  }
}
