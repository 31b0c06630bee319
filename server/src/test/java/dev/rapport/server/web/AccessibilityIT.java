package dev.rapport.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.person.UserId;
import dev.rapport.store.ApiKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every view, in every state that looks different, as axe-core sees it. */
@ExtendWith(Browsing.class)
final class AccessibilityIT {
  private static final String FACE = ".line-face|" + SampleStore.LINE;

  private final List<String> faults = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void givenAPerson_noViewHasAFault(String theme, Site site) {
    UserId bo = new UserId("bo");
    site.observe(bo, "I always drink green tea in the morning.");
    site.buryAll(bo, "the model gave no page");
    Tab tab = site.page().theme(theme);

    look("page", tab);
    look("why", tab.click(FACE).waitFor(".note .story|On the page since"));
    look("edit", tab.click(".note button|Edit").waitFor(".edit textarea"));
    tab.press("Enter").waitGone(".edit");
    look("toast", tab.click(FACE).click(".note button|Pin").waitFor(".toast|Pinned."));
    tab.click(FACE).click(".note button|Never remember this");
    look("forget", tab.waitFor("dialog .going"));
    tab.press("Escape").waitGone("dialog");
    site.write(SampleStore.ANA, "Food and drink", "Prefers tea to coffee");
    look("news", tab.go(site.url() + "#/p/ana/page").waitFor(".news"));
    look("changes", tab.click(".tabs a|Changes").waitFor(".since ins"));
    tab.click(".tabs a|Try it").fill("#main textarea", "What did the neurosurgeon say?");
    look("chat", tab.press("Enter").waitFor(".used-lines mark"));
    look("data", tab.click(".tabs a|Data").waitFor("main|newest"));
    look("erase", tab.click("button|Erase everything").waitFor("dialog .grave"));
    look("set aside", tab.go(site.url() + "#/p/bo/waiting").waitFor(".facts"));
    look("nothing yet", tab.go(site.url() + "#/p/nobody/page").waitFor(".empty"));

    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void givenAnAdministrator_noViewHasAFault(String theme, Site site) {
    String key = site.withKey(new ApiKey.Scope.Admin());
    Tab tab = site.visit("").theme(theme);

    look("sign in", tab);
    look("refused", tab.fill("input[type=password]", "wrong").press("Enter").waitFor(".trouble"));
    tab.fill("input[type=password]", key).press("Enter");
    look("people", tab.waitFor("h1|People"));
    look("work", tab.click(".tabs a|Work").waitFor(".figures"));
    look("keys", tab.click(".tabs a|Keys").waitFor(".facts"));

    assertThat(faults).isEmpty();
  }

  @Test
  void givenLessMotionIsWished_nothingMoves(Site site) {
    Tab tab = site.page().theme("light");

    tab.click(FACE).click(".note button|Pin").waitFor(".toast|Pinned.");

    assertThat(tab.js("return document.getAnimations().length").intValue()).isZero();
  }

  private void look(String view, Tab tab) {
    boolean dark = tab.js("return matchMedia('(prefers-color-scheme: dark)').matches").asBoolean();
    List<String> found = dark ? Axe.faultsOfContrast(tab) : Axe.faults(tab);
    found.forEach(fault -> faults.add(view + ": " + fault));
  }
}
