package dev.rapport.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.person.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small windows, much enlarged text, long words, other scripts, full and empty pages. */
@ExtendWith(Browsing.class)
final class ShapesIT {
  private static final UserId BO = new UserId("bo");
  private static final String ARABIC = "يحب الشاي الأخضر ولا يشرب القهوة (أبدا).";
  private static final String HEBREW = "גר בתל אביב ועובד ב-IBM.";

  /** A phone; a window of 1280 by 1024 at 200% and at 400% (WCAG 1.4.10). */
  @ParameterizedTest
  @CsvSource({"360,740", "640,512", "320,256"})
  void givenLittleRoom_everyViewFits(int width, int height, Site site) {
    site.write(BO, "x".repeat(60), "https://example.org/" + "verylong".repeat(40));
    site.observe(BO, "I always drink green tea in the morning.");
    Tab tab = site.visit("#/p/bo/page").size(width, height);

    tab.click(".line-face").waitFor(".note .story|On the page since").fits();
    tab.click(".note button|Edit").waitFor(".edit textarea").fits();
    tab.press("Escape").waitGone(".edit");
    tab.click(".line-face").click(".note button|Never remember this");
    tab.waitFor("dialog .going").fits().press("Escape").waitGone("dialog");
    for (String view : new String[] {"changes", "waiting", "data"}) {
      tab.go(site.url() + "#/p/bo/" + view).fits();
    }
    tab.go(site.url() + "#/p/bo/chat").fill("#main textarea", "w".repeat(300));
    tab.press("Enter").waitFor(".answer:not([aria-busy])").fits();
    for (String view : new String[] {"people", "work", "keys"}) {
      tab.go(site.url() + "#/" + view).fits();
    }
  }

  @Test
  void givenWordsFromRightToLeft_theyRunSo_andTheirNotesAsThePage(Site site) {
    site.write(BO, "طعام", ARABIC);
    site.write(BO, "Home", HEBREW);
    site.write(BO, "Home", "Drinks green tea");
    Tab tab = site.visit("#/p/bo/page");

    assertThat(direction(tab, ".line-face|الشاي")).isEqualTo("rtl");
    assertThat(direction(tab, ".line-face|תל אביב")).isEqualTo("rtl");
    assertThat(direction(tab, ".line-face|green tea")).isEqualTo("ltr");
    assertThat(direction(tab, "h2|طعام")).isEqualTo("rtl");
    tab.click(".line-face|الشاي").waitFor(".note .story|On the page since");
    assertThat(direction(tab, ".note .told")).isEqualTo("ltr");
    tab.size(360, 740).fits();
  }

  @Test
  void givenAFullPage_itOpensAndIsWalkedThrough(Site site) {
    site.writeMany(BO, 150, "Likes number ");
    Tab tab = site.visit("#/p/bo/page").waitFor(".line-face|number 149");

    assertThat(tab.count(".line")).isEqualTo(150);
    tab.js("findShown('.line-face').focus()");
    tab.press("End");
    assertThat(tab.focused()).contains("number 149");
    JsonNode seen =
        tab.js(
            """
            const box = document.activeElement.getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight;
            """);
    assertThat(seen.booleanValue()).as("what has the focus is in sight").isTrue();
    tab.press("Home");
    assertThat(tab.focused()).contains("number 0");
  }

  private static String direction(Tab tab, String element) {
    return tab.js(
            "return getComputedStyle(await patiently(() => findShown(%s), 'it')).direction"
                .formatted(Tab.quoted(element)))
        .textValue();
  }
}
