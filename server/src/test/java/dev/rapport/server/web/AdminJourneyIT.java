package dev.rapport.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.person.UserId;
import dev.rapport.store.ApiKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in, choosing a person, backlog and cost, keys. */
@ExtendWith(Browsing.class)
final class AdminJourneyIT {
  @Test
  void givenAKeyIsNeeded_aWrongOneIsRefusedAndTheRightOneOpens(Site site) {
    String right = site.withKey(new ApiKey.Scope.Tenant());
    Tab tab = site.visit("").waitFor("h1|Sign in");

    tab.fill("input[type=password]", "wrong").press("Enter").waitFor(".trouble .mend");
    tab.fill("input[type=password]", right).press("Enter").waitFor("h1|People");

    tab.go(site.url() + "#/p/ana/page").click(".line-face").click(".note button|Pin");
    tab.waitFor(".toast|Pinned.");
    assertThat(tab.js("return document.cookie").textValue()).isEmpty();
    tab.click("button|Sign out").waitFor("h1|Sign in");
  }

  @Test
  void givenAPersonsOwnKey_itOpensTheirPageAndNobodyElses(Site site) {
    String hers = site.withKey(new ApiKey.Scope.Person(SampleStore.ANA));
    Tab tab = site.visit("#/p/boris/page").fill("input[type=password]", hers).press("Enter");

    tab.waitFor(".trouble .mend").go(site.url()).waitFor("h1|What is remembered of ana");
    assertThat(tab.shows(".tabs a|People")).isFalse();
  }

  @Test
  void whenAPersonIsLookedFor_theyAreFoundByTheBeginningOfTheirName(Site site) {
    site.write(new UserId("boris"), "", "Rides a bicycle");
    Tab tab = site.visit("").waitFor("td").waitFor("a|boris");

    tab.fill("input[type=search]", "an").waitGone("a|boris").click("tbody a|ana");

    tab.waitFor("h1|What is remembered of ana");
  }

  @Test
  void whenNobodyIsFound_aNewPageCanBeOpened(Site site) {
    Tab tab = site.visit("").fill("input[type=search]", "zoe").waitFor(".empty|zoe");

    tab.press("Enter").waitFor("h1|What is remembered of zoe");
  }

  @Test
  void whenWorkIsLookedAt_itTellsWhoWaitsAndWhatItCost(Site site) {
    Tab tab = site.visit("#/work").waitFor(".figures");

    assertThat(tab.text(".figures")).contains("messages waiting").contains("$0.00");
    assertThat(tab.text("#main")).contains("Nobody waits").contains("No model was called");
  }

  @Test
  void whenAKeyIsMade_itIsShownOnce_andCanBeTakenBack(Site site) {
    Tab tab = site.visit("#/keys").fill("form input", "ana").click("button|Make a key");

    tab.waitFor("dialog input");
    assertThat(tab.js("return findShown('dialog input').value").textValue()).isNotBlank();
    tab.press("Escape").waitGone("dialog").waitFor(".facts li|The page of ana");
    tab.click("button|Take back").waitFor(".empty|No keys yet");
  }
}
