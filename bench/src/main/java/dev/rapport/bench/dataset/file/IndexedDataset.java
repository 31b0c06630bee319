package dev.rapport.bench.dataset.file;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.dataset.DatasetInfo;
import dev.rapport.bench.dataset.History;
import dev.rapport.bench.dataset.Question;
import dev.rapport.conversation.Message;
import dev.rapport.data.DatasetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Questions in memory, histories in files. */
public final class IndexedDataset implements Dataset {
  private final DatasetInfo info;
  private final List<Supplier<Path>> files;
  private final List<Question> questions;
  private final Map<String, History> histories;
  private final List<String> notes;
  private String version = "";

  private IndexedDataset(Builder builder) {
    this.info = builder.info;
    this.files = List.copyOf(builder.files.values());
    this.questions = List.copyOf(builder.questions.values());
    this.histories = new LinkedHashMap<>(builder.histories);
    this.notes = List.copyOf(builder.notes);
  }

  @Override
  public DatasetInfo info() {
    return info;
  }

  /** Worked out when first asked for, since it reads every byte. */
  @Override
  public synchronized String version() {
    if (version.isEmpty()) {
      version = FileVersion.of(files.stream().map(Supplier::get).toList());
    }
    return version;
  }

  @Override
  public List<Question> questions() {
    return questions;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public History history(String id) {
    History history = histories.get(id);
    if (history == null) {
      throw new IllegalArgumentException(
          "%s has no history \"%s\"; ask for one that a question names".formatted(info.name(), id));
    }
    return history;
  }

  /** Gathers a data set. */
  public static final class Builder {
    private final DatasetInfo info;
    private final Map<String, Supplier<Path>> files = new LinkedHashMap<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, History> histories = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    public Builder(DatasetInfo info) {
      this.info = info;
    }

    /** A file whose bytes decide the version, in the order they are told; told again, once. */
    public void file(Path file) {
      file(file.toString(), () -> file);
    }

    /**
     * As {@link #file(Path)}, for a file that need not be there before the version is asked for.
     *
     * @param name tells it from others
     */
    public void file(String name, Supplier<Path> file) {
      files.putIfAbsent(name, file);
    }

    /**
     * @param place of the question, for a fault
     */
    public void question(Question question, String place) {
      if (questions.putIfAbsent(question.id(), question) != null) {
        throw new DatasetException(
            "%s: question id \"%s\" is there twice. Give each its own."
                .formatted(place, question.id()));
      }
    }

    public boolean hasHistory(String id) {
      return histories.containsKey(id);
    }

    /**
     * @param reading opens a stream from the beginning
     */
    public void history(String id, Supplier<Stream<Message>> reading) {
      histories.put(id, new ReadHistory(id, reading));
    }

    /** Something a user should know, in one sentence. */
    public void note(String note) {
      notes.add(note);
    }

    public Dataset build() {
      return new IndexedDataset(this);
    }
  }
}
