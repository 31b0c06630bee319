package dev.rapport.local.answer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.rapport.data.corpus.CorpusPart;
import dev.rapport.data.corpus.ImplicitCorpus;
import dev.rapport.data.sample.SamplePersonas;
import dev.rapport.local.embed.BgeSmall;
import dev.rapport.local.embed.Reading;
import dev.rapport.local.write.LocalWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Tunes the answerer and writes its model file: on the tuning part of the implicit corpus and on
 * the development half of the sample people, no others. Reports first what weights tuned on three
 * quarters of the people do on the last quarter. The same data give the same bytes.
 *
 * <p>Argument: the file to write. The model card tells the command.
 */
final class Tuning {
  private static final int FOLDS = 4;

  private Tuning() {}

  public static void main(String[] arguments) throws IOException {
    BgeSmall bge = BgeSmall.lazy();
    Function<String, Reading> reader = keeping(bge);
    ImplicitCorpus corpus = ImplicitCorpus.shipped();
    Background background = BackgroundFitting.fit(reader, corpus, vocabulary());
    TuningData data = new TuningData(new Views(reader, background), LocalWriter.using(bge));
    List<TuningSet> sets = new ArrayList<>(data.corpus(corpus, CorpusPart.TUNE));
    SamplePersonas people = SamplePersonas.shipped();
    people.developmentIds().forEach(id -> sets.addAll(data.persona(people.load(id))));

    Tally heldOut = new Tally();
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      Scorer scorer = Fitting.fit(sets.stream().filter(s -> s.group() % FOLDS != out).toList());
      sets.stream().filter(s -> s.group() % FOLDS == out).forEach(s -> heldOut.add(scorer, s));
    }
    System.out.println("held out, by fold\n" + heldOut);

    Scorer scorer = Fitting.fit(sets);
    List<String> names = new ArrayList<>(Evidence.FITS);
    names.addAll(Evidence.BEARINGS);
    names.add("silence");
    double[] weights = scorer.weights();
    IntStream.range(0, weights.length)
        .forEach(i -> System.out.printf("%-20s %8.4f%n", names.get(i), weights[i]));
    Tally test = new Tally();
    data.corpus(corpus, CorpusPart.TEST).forEach(s -> test.add(scorer, s));
    System.out.println("the corpus's test part\n" + test);
    try (OutputStream file = Files.newOutputStream(Path.of(arguments[0]))) {
      new AnswerModel(background, scorer).write(file);
    }
  }

  private static Function<String, Reading> keeping(BgeSmall model) {
    Map<String, Reading> read = new HashMap<>();
    return text -> read.computeIfAbsent(text, model::read);
  }

  private static List<String> vocabulary() throws IOException {
    try (InputStream json =
            BgeSmall.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json");
        HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(json, Map.of())) {
      return Arrays.stream(IntStream.range(0, AnswerModel.VOCABULARY).toArray())
          .mapToObj(token -> tokenizer.decode(new long[] {token}, false))
          .toList();
    }
  }
}
