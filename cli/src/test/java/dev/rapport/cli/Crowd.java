package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.ChatCall;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** People who each tell of one dish after the other, and a model that writes down each dish. */
final class Crowd {
  static final int PEOPLE = 4;

  private static final Pattern DISH = Pattern.compile("\\[(t\\d+)] user:\\s+I adore the (\\w+)");
  private static final List<String> SYLLABLES =
      List.of("ba", "ke", "li", "mo", "nu", "pra", "sti", "tvo", "zu", "gre");

  private final List<List<String>> accepted = new ArrayList<>();

  Crowd() {
    for (int who = 0; who < PEOPLE; who++) {
      accepted.add(new ArrayList<>());
    }
  }

  /** What the model answers: a line for each dish that it reads of. */
  static Answer write(ChatCall call) {
    StringBuilder lines = new StringBuilder();
    Matcher dish = DISH.matcher(call.lastText());
    while (dish.find()) {
      lines.append(
          "+ Food | Adores the %s | stated <- %s\n".formatted(dish.group(2), dish.group(1)));
    }
    String said = lines.isEmpty() ? "NONE" : lines.toString();
    return Answer.of(said).withLatency(Duration.ofMillis(50));
  }

  /** No two are alike. */
  private static String dish(int who, int number) {
    StringBuilder name = new StringBuilder();
    for (int rest = 1_000 + who * 200 + number * 7; rest > 0; rest /= SYLLABLES.size()) {
      name.append(SYLLABLES.get(rest % SYLLABLES.size()));
    }
    return name.toString();
  }

  private static String path(int who) {
    return "/v1/people/p" + who;
  }

  private static String turns(List<String> dishes) {
    return Json.line(
        Map.of(
            "learn",
            true,
            "messages",
            dishes.stream()
                .flatMap(
                    dish ->
                        Stream.of(
                            Map.of("role", "user", "content", "I adore the %s.".formatted(dish)),
                            Map.of("role", "assistant", "content", "Noted: " + dish)))
                .toList()));
  }

  /** Somebody tells of one more dish; it counts when that was answered. */
  void say(int who, Serving serving) throws IOException, InterruptedException {
    String dish = dish(who, accepted.get(who).size());
    serving.send("POST", path(who) + "/turns", turns(List.of(dish)), 202);
    accepted.get(who).add(dish);
  }

  /** Whatever was accepted is known when it is sent once more. */
  void assertNothingLost(Serving serving) throws IOException, InterruptedException {
    for (int who = 0; who < PEOPLE; who++) {
      JsonNode again = serving.send("POST", path(who) + "/turns", turns(accepted.get(who)), 202);
      assertThat(again.path("new").asInt()).as("turns of p%d that were lost", who).isZero();
    }
  }

  void awaitLearned(Serving serving) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    JsonNode jobs = serving.get("/v1/jobs");
    while (jobs.path("waiting").asInt() > 0) {
      assertThat(System.nanoTime()).as("still waiting: %s", jobs).isLessThan(deadline);
      Thread.sleep(100);
      jobs = serving.get("/v1/jobs");
    }
    assertThat(jobs.path("buried").asInt()).isZero();
  }

  void assertEachIsOnItsPageOnce(Serving serving) throws IOException, InterruptedException {
    for (int who = 0; who < PEOPLE; who++) {
      List<String> lines = new ArrayList<>();
      serving
          .get(path(who) + "/page")
          .path("lines")
          .forEach(l -> lines.add(l.path("text").asText()));
      assertThat(lines)
          .as("page of p%d", who)
          .containsExactlyElementsOf(
              accepted.get(who).stream().map("Adores the %s"::formatted).toList());
    }
  }
}
