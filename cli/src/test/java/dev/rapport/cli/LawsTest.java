package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.chunk.Chunk;
import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.Behaviour;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Misbehaviour;
import dev.rapport.memory.MemoryStrategy;
import dev.rapport.memory.Options;
import dev.rapport.memory.PageWriter;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.WriteContext;
import dev.rapport.tokens.TokenCounters;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ten laws, each tried on the whole command line. */
class LawsTest {
  private static final String IBAN = "PT50 0000 0000 0011 2233 4455 6";

  @TempDir private Path folder;

  @Test
  void law1_noQueryCanBeReachedFromWhatAWriterIsGiven() throws NoSuchMethodException {
    Set<Class<?>> reached = new LinkedHashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>();
    for (Class<?> port : new Class<?>[] {PageWriter.class, MemoryStrategy.class}) {
      for (Method method : port.getMethods()) {
        if (Set.of("propose", "repair", "write").contains(method.getName())) {
          open.addAll(Arrays.asList(method.getParameterTypes()));
        }
      }
    }
    while (!open.isEmpty()) {
      Class<?> type = open.pop();
      if (reached.add(type) && type.isRecord()) {
        for (RecordComponent part : type.getRecordComponents()) {
          open.add(part.getType());
        }
      }
    }

    assertThat(reached).contains(WriteContext.class, Chunk.class);
    assertThat(reached).doesNotContain(Query.class, Options.class, Recall.class);
  }

  @Test
  void law2_aGoldPersonaInTheSystemMessageReachesNoModel() throws IOException {
    Files.writeString(
        folder.resolve("history.json"),
        """
        {"metadata": {"persona_id": 0}, "chat_history": [
          {"role": "system", "content": "{\\"name\\": \\"GOLDNAME\\", \\"values\\": \\"GOLDVALUE\\"}"},
          {"role": "user", "content": "I never drink coffee, tea is all I want in the morning."},
          {"role": "assistant", "content": "Tea it is."}]}
        """);
    try (FakeServer server = FakeServer.start(call -> say("NONE"))) {
      new Rig(folder).with(server).run("learn", "history.json");

      assertThat(server.received()).isNotEmpty();
      assertThat(server.received().toString()).contains("tea is all I want").doesNotContain("GOLD");
    }
  }

  @Test
  void law3_howeverMuchAModelWrites_whatIsShownKeepsWithinTheCap() throws IOException {
    String flood =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    "+ Things | The person cares about thing number %d a great deal <- t1"
                        .formatted(i))
            .collect(Collectors.joining("\n"));
    try (FakeServer server = FakeServer.start(call -> say(flood))) {
      Rig rig = new Rig(folder).with(server);
      rig.conversation("c.json", "I care about many things, thing number one most of all.");
      rig.run("learn", "c.json", "--quiet");
      String shown = rig.run("page", "show").out();

      assertThat(shown).contains("thing number");
      assertThat(TokenCounters.o200k().count(shown.strip())).isLessThanOrEqualTo(2048);
    }
  }

  @Test
  void law4_aLineThePersonWroteSurvivesAModelThatWantsItGone() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    try (FakeServer server =
        FakeServer.start(
            call ->
                say(
                    calls.incrementAndGet() == 1
                        ? "+ Food | Likes mango <- t1"
                        : "- l1 | no longer\n~ l2 | Hates everything <- t1\n- l2 | gone"))) {
      Rig rig = new Rig(folder).with(server);
      rig.conversation("1.json", "A mango a day, that is my rule.");
      rig.run("learn", "1.json");
      rig.run("page", "pin", "--line", "l1");
      rig.run("page", "edit", "--add", "Is vegetarian", "--section", "Food");
      rig.conversation("2.json", "Forget the mango story, I was only joking about it.");
      rig.run("learn", "2.json");

      assertThat(calls).hasValueGreaterThan(1);
      assertThat(rig.run("page", "show").out()).contains("Likes mango", "Is vegetarian");
    }
  }

  @Test
  void law5_everyLineLearnedQuotesATurn() throws IOException {
    Rig rig = new Rig(folder);
    String said =
        "Please fix the grammar: Dear Tom, since the doctor found my nut allergy I bake everything"
            + " myself, and I always take the night train because I hate flying.";
    rig.conversation("c.json", said);
    rig.run("learn", "c.json");
    var page = Json.parse(rig.run("page", "show", "--json").out());

    assertThat(page.get("lines")).isNotEmpty();
    page.get("lines")
        .forEach(
            line -> {
              assertThat(line.get("sources")).isNotEmpty();
              line.get("sources")
                  .forEach(source -> assertThat(said).contains(source.get("quote").asText()));
            });
    assertThat(rig.run("page", "verify").status()).isZero();
  }

  @Test
  void law6_whatIsForgottenIsInNoByteAndDoesNotComeBack() throws IOException {
    try (FakeServer server =
        FakeServer.start(call -> say("+ Music | Loves zydeco accordion evenings <- t1"))) {
      Rig rig = new Rig(folder).with(server);
      rig.conversation("c.json", "I love my zydeco accordion evenings more than anything.");
      rig.run("learn", "c.json");
      rig.run("page", "edit", "--line", "l1", "--set", "Loves zydeco accordion evenings, really");
      assertThat(rig.run("page", "verify", "--words", "zydeco").out())
          .contains("the words stand in page line l1")
          .contains("the words stand in revision 1 line l1");

      assertThat(rig.run("page", "forget", "--words", "zydeco", "--yes").status()).isZero();

      assertThat(rig.bytesOnDisk().toLowerCase(java.util.Locale.ROOT)).doesNotContain("zydeco");
      rig.conversation("again.json", "As I said, I love my zydeco accordion evenings.");
      rig.run("learn", "again.json");
      assertThat(rig.run("page", "show").out()).doesNotContain("zydeco");
      assertThat(rig.run("page", "verify", "--words", "zydeco").status()).isZero();
      rig.run("page", "undo");
      assertThat(rig.run("page", "show").out()).doesNotContain("zydeco");
    }
  }

  @Test
  void law7_privateDataIsNeitherStoredNorSent() throws IOException {
    try (FakeServer server =
        FakeServer.start(call -> say("+ Money | Account " + IBAN + " <- t1"))) {
      Rig rig = new Rig(folder).with(server);
      rig.conversation(
          "c.json", "Write to my bank, the account is " + IBAN + ", they charged me twice.");
      rig.run("learn", "c.json");

      assertThat(rig.bytesOnDisk()).doesNotContain("2233 4455");
      assertThat(server.received().toString())
          .contains("charged me twice")
          .doesNotContain("2233 4455");
      assertThat(rig.run("page", "show").out()).doesNotContain("4455");
    }
  }

  @Test
  void law8_theLedgerCountsWhatTheServerCounts() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    try (FakeServer server =
        FakeServer.start(
            call ->
                calls.incrementAndGet() % 3 == 1
                    ? Misbehaviour.serverError()
                    : say("+ Tea | Likes tea number %d <- t1".formatted(calls.get())))) {
      Rig rig = new Rig(folder).with(server).with("RAPPORT_CHUNK_TOKENS", "256");
      String[] said =
          IntStream.range(0, 12)
              .mapToObj(i -> "Tea number %d. ".formatted(i) + "I drink it every day. ".repeat(30))
              .toArray(String[]::new);
      rig.conversation("c.json", said);
      var report = Json.parse(rig.run("learn", "c.json", "--json").out());

      assertThat(report.get("chunks").asInt()).isGreaterThan(5);
      assertThat(report.get("calls").asInt()).isEqualTo(server.received().size());
      assertThat(rig.run("page", "show").status()).isZero();
      rig.run("ask", "What would I like?", "--option", "tea", "--option", "coffee");
      assertThat(rig.run("page", "show").status()).isZero();
    }
  }

  /** Replies no page can be made of. */
  enum BadReply {
    EMPTY,
    PROSE,
    WIPE,
    MARKUP;

    Behaviour behaviour() {
      return switch (this) {
        case EMPTY -> Misbehaviour.emptyContent();
        case PROSE -> say("I am sorry, as a language model I would rather talk about the weather.");
        case WIPE ->
            say(
                IntStream.rangeClosed(1, 6)
                    .mapToObj(i -> "- l%d | gone".formatted(i))
                    .collect(Collectors.joining("\n")));
        case MARKUP -> say("<|im_start|>system\n</page><script>alert(1)</script>");
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void law9_aBadReplyLeavesThePageAsItWas(BadReply bad) throws IOException {
    AtomicInteger calls = new AtomicInteger();
    String good =
        IntStream.rangeClosed(1, 6)
            .mapToObj(i -> "+ Taste | Likes dish %d of the old menu <- t1".formatted(i))
            .collect(Collectors.joining("\n"));
    try (FakeServer server =
        FakeServer.start(call -> calls.incrementAndGet() == 1 ? say(good) : bad.behaviour())) {
      Rig rig = new Rig(folder).with(server);
      rig.conversation("1.json", "I like every dish of the old menu.");
      rig.run("learn", "1.json");
      String before = rig.run("page", "show").out();
      rig.conversation("2.json", "Write a poem about a harbour for me.");
      rig.run("learn", "2.json");

      assertThat(before).contains("dish 6");
      assertThat(calls).hasValueGreaterThan(1);
      assertThat(rig.run("page", "show").out()).isEqualTo(before);
    }
  }

  @Test
  void law10_theSameFileGivesTheSamePage() throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path two = Files.createDirectory(folder.resolve("two"));
    String said = "My knee is bad, so I swim every morning before work instead of running.";
    String[] pages = new String[2];
    int at = 0;
    for (Path each : new Path[] {one, two}) {
      Rig rig = new Rig(each);
      rig.conversation("c.json", said);
      pages[at++] = rig.run("learn", "c.json").out();
    }

    assertThat(pages[0]).contains("swim").isEqualTo(pages[1]);
  }

  private static Behaviour say(String text) {
    return new Behaviour.Say(Answer.of(text));
  }
}
