package dev.rapport.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole of it without a pointer. */
@ExtendWith(Browsing.class)
final class KeyboardIT {
  @Test
  void givenOnlyAKeyboard_aLineIsReadPinnedEditedForgottenAndTheChangeTakenBack(Site site) {
    Tab tab = site.page().press("Tab");
    assertThat(tab.focused()).isEqualTo("Skip to the content");

    // from the skip link straight to the lines
    tab.press("Enter").press("Tab");
    String first = tab.focused();
    tab.press("ArrowDown");
    assertThat(tab.focused()).isNotEqualTo(first);
    tab.press("ArrowUp");
    assertThat(tab.focused()).isEqualTo(first);

    // why, and back
    tab.press("Enter").waitFor(".note .story|On the page since").press("Escape").waitGone(".note");
    assertThat(tab.focused()).isEqualTo(first);

    // pin: edit comes first, then pin
    tab.press("Enter").waitFor(".note").press("Tab");
    assertThat(tab.focused()).isEqualTo("Edit");
    tab.press("Tab").press("Enter").waitFor(".toast|Pinned.");
    assertThat(page(site).lines().getFirst().pinned()).isTrue();

    // edit in place
    tab.press("Enter").waitFor(".note").press("Tab").press("Enter").waitFor(".edit textarea");
    tab.press("Control+a").type("Reads by lamplight").press("Enter").waitFor(".toast|Saved.");
    assertThat(tab.focused()).contains("Reads by lamplight");

    // take it back
    tab.press("Control+z").waitGone(".line-face|Reads by lamplight");

    // never remember: the dialog holds the focus, Esc leaves it
    tab.press("Enter").waitFor(".note").press("Tab").press("Tab").press("Tab").press("Tab");
    assertThat(tab.focused()).isEqualTo("Never remember this");
    tab.press("Enter").waitFor("dialog .going");
    tab.press("Escape").waitGone("dialog");
    assertThat(tab.focused()).as("back where it was").isEqualTo("Never remember this");
  }

  @Test
  void whenTabbedThroughEveryView_focusIsSeenAndNeverTrapped(Site site) {
    for (String view : new String[] {"page", "changes", "chat", "waiting", "data"}) {
      Tab tab = site.visit("#/p/ana/" + view);
      boolean cameRound = false;
      for (int i = 0; i < 60 && !cameRound; i++) {
        tab.press("Tab");
        cameRound =
            tab.js("return document.activeElement === document.body").booleanValue()
                || (i > 0 && tab.focused().equals("Skip to the content"));
        if (!cameRound) {
          assertThat(outlined(tab))
              .as("focus on \"%s\" in %s is seen", tab.focused(), view)
              .isTrue();
        }
      }
      assertThat(cameRound).as("Tab leaves %s again", view).isTrue();
    }
  }

  private static boolean outlined(Tab tab) {
    return tab.js(
            "const look = getComputedStyle(document.activeElement);"
                + "return look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 1")
        .booleanValue();
  }

  private static Page page(Site site) {
    return site.people().page(SampleStore.ANA);
  }
}
