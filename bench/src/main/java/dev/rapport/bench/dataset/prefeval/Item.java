package dev.rapport.bench.dataset.prefeval;

import dev.rapport.bench.dataset.Asked;
import dev.rapport.bench.dataset.Gold;
import dev.rapport.bench.dataset.Labels;
import dev.rapport.bench.dataset.Question;
import dev.rapport.data.internal.JsonPlace;
import dev.rapport.memory.Query;
import java.util.LinkedHashMap;
import java.util.List;

/** One preference and the question that needs it. */
final class Item {
  private Item() {}

  /**
   * @param item of the form's file
   * @param choices the item of {@code mcq_options} at the same place
   */
  static Question question(String id, String topic, Form form, JsonPlace item, JsonPlace choices) {
    String query = item.text("question");
    if (!Words.plain(query).equals(Words.plain(choices.text("question")))) {
      throw choices
          .child("question")
          .fault(
              "is not the question of %s".formatted(id),
              "Items of mcq_options stand in the same order: fetch both files again.");
    }
    // A few preferences are worded differently in mcq_options; what was revealed is this one.
    String preference = item.text("preference");
    List<String> options =
        choices.texts("classification_task_options").stream().distinct().toList();
    if (options.size() < 2) {
      throw choices
          .child("classification_task_options")
          .fault("has %d different options".formatted(options.size()), "Give two or more.");
    }
    var labels = new LinkedHashMap<String, String>();
    labels.put(Labels.TOPIC, topic);
    labels.put(Labels.CATEGORY, form.label());
    return new Question(
        id,
        id,
        id,
        "",
        new Asked(new Query(query), options),
        new Gold(
            0, options.getFirst(), preference, "", Gold.Protocol.POSITIVE, form.evidence(item)),
        new Labels(labels));
  }
}
