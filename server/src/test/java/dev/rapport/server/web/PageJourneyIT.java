package dev.rapport.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.page.Author;
import dev.rapport.page.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reading one's page and changing it, with a pointer. */
@ExtendWith(Browsing.class)
final class PageJourneyIT {
  private static final String FACE = ".line-face|" + SampleStore.LINE;

  private static Line line(Site site) {
    return site.people().page(SampleStore.ANA).lines().stream()
        .filter(line -> line.text().contains(SampleStore.LINE))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whenOpened_showsEveryLineUnderItsSectionAndTheRoomUsed(Site site) {
    Tab tab = site.page();

    assertThat(tab.count(".line")).isEqualTo(site.people().page(SampleStore.ANA).lines().size());
    assertThat(tab.count(".section"))
        .isEqualTo(site.people().page(SampleStore.ANA).sections().size());
    assertThat(tab.text(".meter")).contains(" of 2,048 tokens");
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void whenALineIsHovered_itsReasonsStandInTheMargin_andGoWithThePointer(Site site) {
    Tab tab = site.page().hover(FACE).waitFor(".note .verbatim|said on");

    tab.waitFor(".note .story|On the page since");

    tab.hover("h1").waitGone(".note");
  }

  @Test
  void whenALineIsTapped_itsReasonsStayUntilTappedAgain(Site site) {
    Tab tab = site.page().size(390, 800).touch();

    tab.tap(FACE).waitFor(".note .story|On the page since");
    tab.tap("h1").waitFor(".note .story");
    tab.tap(FACE).waitGone(".note");
  }

  @Test
  void whenEdited_theLineIsTheirs_andUndoBringsTheOldWordsBack(Site site) {
    Tab tab = site.page().click(FACE).click(".note button|Edit");

    tab.fill(".edit textarea", "Has a bad back and avoids the knife").click(".edit button|Save");
    tab.waitFor(".line-face|Has a bad back").waitFor(".toast|Saved.");

    assertThat(tab.text(".line-face|Has a bad back")).contains("yours");
    assertThat(site.people().page(SampleStore.ANA).lines())
        .anyMatch(line -> line.text().contains("bad back") && line.author() == Author.USER);

    tab.click(".toast button|Undo").waitFor(FACE).waitGone(".line-face|Has a bad back");
  }

  @Test
  void whenAnEditIsCancelled_nothingChanges(Site site) {
    Tab tab = site.page().click(FACE).click(".note button|Edit");

    tab.fill(".edit textarea", "Something else").press("Escape").waitFor(FACE);

    assertThat(site.people().page(SampleStore.ANA).revision()).isEqualTo(2);
    assertThat(tab.focused()).contains(SampleStore.LINE);
  }

  @Test
  void whenPinned_theLineShowsItAndIsKept(Site site) {
    Tab tab = site.page().click(FACE).click(".note button|Pin").waitFor(".toast|Pinned.");

    assertThat(line(site).pinned()).isTrue();
    tab.click(FACE).waitFor(".note .told|Pinned").click(".note button|Unpin");
    tab.waitFor(".toast|Unpinned.");
    assertThat(line(site).pinned()).isFalse();
  }

  @Test
  void whenRemoved_theLineGoes_andUndoBringsItBack(Site site) {
    Tab tab = site.page().click(FACE).click(".note button|Remove").waitGone(FACE);

    assertThat(tab.focused()).as("the neighbour has the focus").isNotBlank();
    tab.click(".toast button|Undo").waitFor(FACE);
  }

  @Test
  void whenALineIsAdded_itStandsOnThePage(Site site) {
    Tab tab = site.page().click(".adding button|Add a line");

    tab.type("Takes the window seat on trains").click(".adding button|Add");

    tab.waitFor(".line-face|Takes the window seat");
    assertThat(site.people().page(SampleStore.ANA).lines())
        .anyMatch(line -> line.text().equals("Takes the window seat on trains"));
  }

  @Test
  void givenNobody_whenOpened_thePageSaysHowItFills(Site site) {
    assertThat(site.visit("#/p/nobody/page").text(".empty")).contains("Nothing yet");
  }

  @Test
  void givenTheServerIsGone_whenSomethingIsDone_itSaysSoWithTheMend(Site site) {
    Tab tab = site.page().click(FACE);
    site.stop();

    tab.click(".note button|Pin").waitFor(".toast.bad|then try again");
    assertThat(tab.shows(FACE)).as("the page stays readable").isTrue();
  }

  @Test
  void givenOffline_whenAViewIsOpened_itOffersToTryAgain_andThenWorks(Site site) {
    Tab tab = site.page().offline(true);

    tab.click(".tabs a|Changes").waitFor(".trouble|then try again");
    tab.offline(false).click(".trouble button|Try again").waitFor("h2|Every version");
  }
}
