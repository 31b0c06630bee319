package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.DatasetInfo;
import dev.rapport.bench.dataset.Gold;
import dev.rapport.bench.dataset.History;
import dev.rapport.bench.dataset.Labels;
import dev.rapport.bench.dataset.Question;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.memory.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** A data set in memory. What only annotators wrote begins with GOLD. */
record SmallSet(List<Question> questions, LinkedHashMap<String, List<Message>> histories)
    implements Dataset {
  /** People with a history each and questions over it; person i likes fruit number i. */
  static SmallSet of(int people, int questionsEach) {
    SmallSet set = new SmallSet(new ArrayList<>(), new LinkedHashMap<>());
    for (int person = 0; person < people; person++) {
      String fruit = "fruit" + person;
      set.histories.put("h" + person, List.of(user("I bought " + fruit + " again"), reply("Ok.")));
      for (int i = 0; i < questionsEach; i++) {
        set.questions.add(
            question("p%d-q%d".formatted(person, i), person, "Snack %d?".formatted(i), fruit));
      }
    }
    return set;
  }

  static Question question(String id, int person, String query, String fruit) {
    return new Question(
        id,
        "p" + person,
        "h" + person,
        "",
        new Asked(new Query(query), List.of(fruit, "bread", "soup", "nuts")),
        new Gold(
            0,
            "GOLD answer " + fruit,
            "GOLD preference " + fruit,
            "GOLD previous",
            Gold.Protocol.POSITIVE,
            List.of("I bought " + fruit + " again")),
        new Labels(new LinkedHashMap<>(java.util.Map.of(Labels.TYPE, "GOLD type"))));
  }

  static Message user(String text) {
    return new Message("c", Role.USER, text, Turn.UNDATED);
  }

  static Message reply(String text) {
    return new Message("c", Role.ASSISTANT, text, Turn.UNDATED);
  }

  @Override
  public DatasetInfo info() {
    return new DatasetInfo("small", "Small", "", "", "", List.of());
  }

  @Override
  public String version() {
    return "v1";
  }

  @Override
  public History history(String id) {
    List<Message> messages = histories.getOrDefault(id, List.of());
    return new History() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public Stream<Message> messages() {
        return messages.stream();
      }
    };
  }
}
