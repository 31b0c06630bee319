package dev.rapport.store;

import static dev.rapport.store.Samples.ANN;
import static dev.rapport.store.Samples.BOB;
import static dev.rapport.store.Samples.forgetting;
import static dev.rapport.store.Samples.ids;
import static dev.rapport.store.Samples.line;
import static dev.rapport.store.Samples.next;
import static dev.rapport.store.Samples.revision;
import static dev.rapport.store.Samples.step;
import static dev.rapport.store.Samples.tombstone;
import static dev.rapport.store.Samples.turn;
import static dev.rapport.store.Samples.turns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.learn.MemoryStore;
import dev.rapport.learn.MemoryStore.Buried;
import dev.rapport.learn.MemoryStore.Step;
import dev.rapport.learn.MemoryStore.Trace;
import dev.rapport.learn.MemoryStore.Waiting;
import dev.rapport.model.ChatReply;
import dev.rapport.model.FinishReason;
import dev.rapport.model.Usage;
import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.page.PageDiff;
import dev.rapport.page.Revision;
import dev.rapport.work.CallJournal;
import dev.rapport.work.CallKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of people must do. */
abstract class MemoryStoreContract {
  /** An empty store; the same one for the whole test. */
  abstract MemoryStore store();

  /** The journal that lies beside it. */
  abstract CallJournal journal();

  private static List<TurnId> waiting(MemoryStore store) {
    return store.pending(ANN, MemoryStore.FROM_START, 1000).stream()
        .map(waiting -> waiting.turn().id())
        .toList();
  }

  private Page given(Page before, Page after) {
    assertThat(store().advance(ANN, step(before, after, List.of()))).isTrue();
    return after;
  }

  @Test
  void givenNobody_everythingIsEmpty() {
    assertThat(store().people()).isEmpty();
    assertThat(store().page(ANN)).isEqualTo(Page.empty(ANN, "o200k"));
    assertThat(store().pending(ANN, MemoryStore.FROM_START, 10)).isEmpty();
    assertThat(store().revisions(ANN)).isEmpty();
    assertThat(store().tombstones(ANN)).isEmpty();
    assertThat(store().traces(ANN)).isEmpty();
  }

  @Test
  void whenATurnIsRead_itIsStillKnownWhenItWasSaid_untilItIsForgotten() {
    store().append(ANN, turns(2));
    store().markRead(ANN, 0, ids("t1"));
    assertThat(store().said(ANN, ids("t1", "t2", "t3")))
        .isEqualTo(Map.of(new TurnId("t1"), Samples.NOON, new TurnId("t2"), Samples.NOON));

    Page page = store().page(ANN);
    store().advance(ANN, forgetting(page, next(page), "turn", tombstone("s1", "t1")));

    assertThat(store().said(ANN, ids("t1", "t2"))).isEmpty();
    assertThat(store().said(BOB, ids("t1"))).isEmpty();
  }

  @Test
  void whenAskedTwice_theKeyIsTheSame_andAnothersDiffers() {
    String mine = store().key(ANN).hash("x");

    assertThat(store().key(ANN).hash("x")).isEqualTo(mine);
    assertThat(store().key(BOB).hash("x")).isNotEqualTo(mine);
  }

  @Test
  void whenAppended_turnsComeBackAsTheyWere_inOrder() {
    assertThat(store().append(ANN, turns(3))).isEqualTo(3);

    assertThat(store().pending(ANN, MemoryStore.FROM_START, 10))
        .extracting(Waiting::turn)
        .isEqualTo(turns(3));
    assertThat(store().people()).containsExactly(ANN);
  }

  @Test
  void whenAppendedAgain_onlyNewTurnsCount() {
    store().append(ANN, turns(3));

    assertThat(store().append(ANN, turns(5))).isEqualTo(2);
    assertThat(waiting(store())).isEqualTo(ids("t1", "t2", "t3", "t4", "t5"));
  }

  @Test
  void whenReadInPieces_theInboxGoesOnBehindTheLastPlace() {
    store().append(ANN, turns(5));

    List<TurnId> read = new ArrayList<>();
    long after = MemoryStore.FROM_START;
    for (List<Waiting> piece = store().pending(ANN, after, 2);
        !piece.isEmpty();
        piece = store().pending(ANN, after, 2)) {
      piece.forEach(waiting -> read.add(waiting.turn().id()));
      after = piece.getLast().place();
    }

    assertThat(read).isEqualTo(ids("t1", "t2", "t3", "t4", "t5"));
  }

  @Test
  void whenAdvanced_pageRevisionAndInboxMoveTogether() {
    store().append(ANN, turns(3));
    Page before = store().page(ANN);
    Page after = next(before, line(1, "likes tea"), line(2, "bakes"));

    assertThat(store().advance(ANN, step(before, after, ids("t1", "t2")))).isTrue();

    assertThat(store().page(ANN)).isEqualTo(after);
    assertThat(store().revisions(ANN)).containsExactly(revision(before, after));
    assertThat(waiting(store())).isEqualTo(ids("t3"));
    assertThat(store().append(ANN, turns(3))).isZero();
  }

  @Test
  void givenThePageMovedOn_whenAdvanced_nothingChanges() {
    store().append(ANN, turns(2));
    Page empty = store().page(ANN);
    Page first = given(empty, next(empty, line(1, "likes tea")));
    Page rival = next(empty, line(1, "likes coffee"));

    assertThat(store().advance(ANN, step(empty, rival, ids("t1")))).isFalse();
    assertThat(store().markRead(ANN, 0, ids("t1"))).isFalse();

    assertThat(store().page(ANN)).isEqualTo(first);
    assertThat(waiting(store())).isEqualTo(ids("t1", "t2"));
    assertThat(store().revisions(ANN)).hasSize(1);
  }

  @Test
  void givenATurnNoLongerWaits_whenAdvancedOverIt_nothingChanges() {
    store().append(ANN, turns(2));
    store().bury(ANN, ids("t1"), "poison");
    Page empty = store().page(ANN);

    boolean moved =
        store().advance(ANN, step(empty, next(empty, line(1, "likes tea")), ids("t2", "t1")));

    assertThat(moved).isFalse();
    assertThat(store().page(ANN)).isEqualTo(empty);
    assertThat(waiting(store())).isEqualTo(ids("t2"));
  }

  @Test
  void whenMarkedRead_thePageStaysAndTheTurnsGo() {
    store().append(ANN, turns(3));

    assertThat(store().markRead(ANN, 0, ids("t1", "t2"))).isTrue();

    assertThat(store().page(ANN).revision()).isZero();
    assertThat(waiting(store())).isEqualTo(ids("t3"));
    assertThat(store().append(ANN, turns(3))).isZero();
  }

  @Test
  void whenBuriedAndTakenBack_turnsAreInTheirOldPlaces() {
    store().append(ANN, turns(3));

    store().bury(ANN, ids("t1", "t2"), "the model refuses it");

    assertThat(waiting(store())).isEqualTo(ids("t3"));
    assertThat(store().buried(ANN))
        .containsExactly(
            new Buried(turn("t1", "turn 1"), "the model refuses it"),
            new Buried(turn("t2", "turn 2"), "the model refuses it"));
    assertThat(store().append(ANN, turns(3))).isZero();

    store().unbury(ANN, ids("t1", "t2"));

    assertThat(waiting(store())).isEqualTo(ids("t1", "t2", "t3"));
    assertThat(store().buried(ANN)).isEmpty();
  }

  @Test
  void givenALongHistory_everyRevisionComesBackAsItWas() {
    List<Revision> made = new ArrayList<>();
    Page page = store().page(ANN);
    for (int i = 1; i <= 30; i++) {
      Page after =
          i % 7 == 0
              ? next(page, line(i, "line " + i))
              : next(page, line(2, "second " + i / 3), line(1, "first"), line(i + 3, "new"));
      made.add(revision(page, after));
      page = given(page, after);
    }

    assertThat(store().revisions(ANN)).isEqualTo(made);
  }

  @Test
  void whenForgotten_wordsGoFromEverywhereElse_andTombstonesKeepTurnsOut() {
    // given
    store().append(ANN, turns(2));
    store().append(ANN, List.of(turn("t3", "my secret hobby"), turn("t4", "a secret again")));
    store().bury(ANN, ids("t4"), "poison");
    Page empty = store().page(ANN);
    Page one = given(empty, next(empty, line(1, "likes tea"), line(2, "has a secret hobby")));
    Page two = given(one, next(one, line(1, "likes green tea"), line(2, "has a secret hobby")));
    journal().store(new CallKey("ann", "write t3", "h1"), reply("the secret hobby"));
    journal().store(new CallKey("ann", "write t9", "h2"), reply("something else"));

    // when
    Page three = next(two, line(1, "likes green tea"));
    Step step = forgetting(two, three, "secret", tombstone("g1", "t2", "t77"));
    assertThat(store().advance(ANN, step)).isTrue();

    // then
    assertThat(store().traces(ANN)).extracting(Trace::text).noneMatch(t -> t.contains("secret"));
    assertThat(store().page(ANN)).isEqualTo(three);
    assertThat(store().revisions(ANN)).hasSize(3);
    assertThat(store().revisions(ANN).get(1).diff())
        .isEqualTo(
            new PageDiff(
                List.of(),
                List.of(),
                List.of(new PageDiff.Changed(line(1, "likes tea"), line(1, "likes green tea")))));
    assertThat(waiting(store())).isEqualTo(ids("t1"));
    assertThat(store().buried(ANN)).isEmpty();
    assertThat(store().tombstones(ANN)).containsExactly(tombstone("g1", "t2", "t77"));
    List<Turn> again = List.of(turn("t3", "my secret hobby"), turn("t77", "it again"));
    assertThat(store().append(ANN, again)).isZero();
    assertThat(journal().find(new CallKey("ann", "write t9", "h2"))).isPresent();
  }

  @Test
  void whenSomethingIsHeld_tracesNameEveryPlace() {
    store().append(ANN, turns(3));
    store().bury(ANN, ids("t2"), "poison");
    Page empty = store().page(ANN);
    given(empty, next(empty, line(1, "likes tea")));
    journal().store(new CallKey("ann", "write t1", "h1"), reply("a reply"));

    assertThat(store().traces(ANN))
        .containsExactly(
            new Trace("page line l1", "likes tea"),
            new Trace("page line l1 quote t1", "quote of likes tea"),
            new Trace("revision 1 line l1", "likes tea"),
            new Trace("revision 1 line l1 quote t1", "quote of likes tea"),
            new Trace("waiting turn t1", "turn 1"),
            new Trace("waiting turn t3", "turn 3"),
            new Trace("buried turn t2", "turn 2"),
            new Trace("reply write t1", "a reply"));
  }

  @Test
  void whenTurnsAreFolded_theirPaidRepliesGo_othersStay() {
    store().append(ANN, turns(1));
    journal().store(new CallKey("ann", "write t1", "h1"), reply("mine"));
    journal().store(new CallKey("bob", "write t1", "h1"), reply("theirs"));
    Page empty = store().page(ANN);

    store().advance(ANN, step(empty, next(empty, line(1, "likes tea")), ids("t1")));

    assertThat(journal().find(new CallKey("ann", "write t1", "h1"))).isEmpty();
    assertThat(journal().find(new CallKey("bob", "write t1", "h1"))).contains(reply("theirs"));
  }

  @Test
  void whenErased_nothingIsLeft_andTheKeyIsAnother() {
    String hash = store().key(ANN).hash("x");
    store().append(ANN, turns(3));
    store().append(BOB, turns(1));
    Page empty = store().page(ANN);
    given(empty, next(empty, line(1, "likes tea")));
    journal().store(new CallKey("ann", "write t1", "h1"), reply("a reply"));

    store().erase(ANN);

    assertThat(store().people()).containsExactly(BOB);
    assertThat(store().traces(ANN)).isEmpty();
    assertThat(store().page(ANN)).isEqualTo(empty);
    assertThat(store().key(ANN).hash("x")).isNotEqualTo(hash);
    assertThat(store().append(ANN, turns(3))).isEqualTo(3);
  }

  @Test
  void givenAPageOfSomebodyElse_whenAdvanced_isRefused() {
    Page bobs = next(Page.empty(BOB, "o200k"), line(1, "likes tea"));

    assertThatThrownBy(() -> store().advance(ANN, step(Page.empty(BOB, "o200k"), bobs, List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ann")
        .hasMessageContaining("bob");
  }

  @Test
  void whenManyAdvanceAtOnce_everyRevisionIsMadeOnce()
      throws InterruptedException, ExecutionException {
    int workers = 8;
    int each = 10;
    CountDownLatch ready = new CountDownLatch(workers);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        running.add(pool.submit(() -> advanceTimes(each, ready)));
      }
      for (Future<?> worker : running) {
        worker.get();
      }
    }

    assertThat(store().page(ANN).revision()).isEqualTo((long) workers * each);
    assertThat(store().page(ANN).lines()).hasSize(workers * each);
    assertThat(store().revisions(ANN)).hasSize(workers * each);
  }

  private void advanceTimes(int times, CountDownLatch ready) {
    ready.countDown();
    for (int done = 0; done < times; ) {
      Page before = store().page(ANN);
      List<Line> lines = new ArrayList<>(before.lines());
      lines.add(line(before.nextLine(), "line " + before.nextLine()));
      Page after = before.next(lines, before.nextLine() + 1);
      if (store().advance(ANN, step(before, after, List.of()))) {
        done++;
      }
    }
  }

  static ChatReply reply(String text) {
    return new ChatReply(text, "", FinishReason.STOP, new Usage(10, 5, 2, true), "fake-1");
  }
}
