package dev.rapport.bench.dataset;

import dev.rapport.bench.dataset.DatasetCheck.PartCheck;
import dev.rapport.conversation.Message;
import dev.rapport.data.DatasetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads every part of a data set from end to end. */
final class Checking {
  private static final int MOST_PROBLEMS = 20;

  private Checking() {}

  static DatasetCheck of(DatasetFormat format, Path place) {
    if (!Files.exists(place)) {
      return failed(format, "%s is not there. Name the folder with the files.".formatted(place));
    }
    List<PartCheck> parts = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (DatasetFormat.Part part : format.parts()) {
      if (format.holds(place, part.options())) {
        parts.add(part(format, place, part));
      } else {
        absent.add(part.name());
      }
    }
    return parts.isEmpty()
        ? failed(
            format,
            "%s holds nothing of %s. It should have: %s."
                .formatted(place, format.info().title(), String.join("; ", format.info().files())))
        : new DatasetCheck(format.info(), parts, absent, List.of());
  }

  private static DatasetCheck failed(DatasetFormat format, String problem) {
    return new DatasetCheck(format.info(), List.of(), absent(format), List.of(problem));
  }

  private static List<String> absent(DatasetFormat format) {
    return format.parts().stream().map(DatasetFormat.Part::name).toList();
  }

  private static PartCheck part(DatasetFormat format, Path place, DatasetFormat.Part part) {
    try {
      return counted(format.open(place, part.options()), part);
    } catch (DatasetException e) {
      return new PartCheck(
          part.name(),
          "",
          0,
          0,
          0,
          0,
          part.published(),
          List.of(String.valueOf(e.getMessage())),
          List.of());
    }
  }

  private static PartCheck counted(Dataset dataset, DatasetFormat.Part part) {
    Set<String> people = new LinkedHashSet<>();
    Set<String> histories = new LinkedHashSet<>();
    for (Question question : dataset.questions()) {
      people.add(question.person());
      histories.add(question.history());
    }
    List<String> problems = new ArrayList<>();
    if (dataset.questions().isEmpty()) {
      problems.add("There are no questions. Fetch the files again.");
    }
    long messages = 0;
    for (String history : histories) {
      messages += messages(dataset, history, problems);
    }
    return new PartCheck(
        part.name(),
        problems.isEmpty() ? dataset.version() : "",
        dataset.questions().size(),
        people.size(),
        histories.size(),
        messages,
        part.published(),
        few(problems),
        few(dataset.notes()));
  }

  private static List<String> few(List<String> problems) {
    if (problems.size() <= MOST_PROBLEMS) {
      return problems;
    }
    List<String> few = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
    few.add("%d more of the kind.".formatted(problems.size() - MOST_PROBLEMS));
    return few;
  }

  private static long messages(Dataset dataset, String history, List<String> problems) {
    try (Stream<Message> messages = dataset.history(history).messages()) {
      long count = messages.mapToLong(message -> 1).sum();
      if (count == 0) {
        problems.add("History %s is empty. Fetch the files again.".formatted(history));
      }
      return count;
    } catch (DatasetException e) {
      problems.add(String.valueOf(e.getMessage()));
      return 0;
    }
  }
}
