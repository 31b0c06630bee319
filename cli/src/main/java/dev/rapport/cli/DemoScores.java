package dev.rapport.cli;

import dev.rapport.data.sample.SamplePersona;
import dev.rapport.data.sample.SamplePersonas;
import dev.rapport.demo.Answered;
import dev.rapport.demo.Examination;
import dev.rapport.demo.Folded;
import dev.rapport.demo.Remembering;
import dev.rapport.demo.ScoreTable;
import dev.rapport.memory.RecallBudget;
import dev.rapport.privacy.PrivacyGates;
import dev.rapport.strategy.fullcontext.FullContext;
import dev.rapport.strategy.nomemory.NoMemory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Scores the page beside the two yardsticks, several people at once. */
final class DemoScores {
  private static final int FULL_CONTEXT_TOKENS = 32_000;

  private final Workspace workspace;
  private final ProgressLine progress;
  private int done;

  DemoScores(Workspace workspace, Terminal terminal) {
    this.workspace = workspace;
    this.progress = new ProgressLine(terminal, InstantSource.system(), "scoring");
  }

  ScoreTable table(SamplePersonas personas, List<String> ids) {
    List<Remembering> memories = memories();
    int all = ids.size() * memories.size();
    Examination examination = new Examination(workspace.localAnswerer());
    ScoreTable table = new ScoreTable();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<List<List<Answered>>>> people = new ArrayList<>();
      for (String id : ids) {
        people.add(threads.submit(() -> examine(examination, personas.load(id), memories, all)));
      }
      for (Future<List<List<Answered>>> person : people) {
        List<List<Answered>> answers = person.get();
        for (int i = 0; i < memories.size(); i++) {
          table.add(memories.get(i).name(), answers.get(i));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedException("interrupted while scoring");
    } catch (ExecutionException e) {
      throw new IllegalStateException("scoring failed: " + e.getCause(), e);
    } finally {
      progress.finish();
    }
    return table;
  }

  private List<List<Answered>> examine(
      Examination examination, SamplePersona person, List<Remembering> memories, int all) {
    List<List<Answered>> answers = new ArrayList<>();
    for (Remembering memory : memories) {
      answers.add(examination.questionsAndTwins(person, memory));
      advance(all, person.id());
    }
    return answers;
  }

  private synchronized void advance(int all, String id) {
    done++;
    progress.update(done, all, id);
  }

  /** The page first, the empty page last. */
  private List<Remembering> memories() {
    return List.of(
        workspace.remembering(),
        new Folded<>(
            FullContext.counting(workspace.counter()),
            PrivacyGates.standard(),
            workspace.counter(),
            new RecallBudget(FULL_CONTEXT_TOKENS)),
        new Folded<>(
            new NoMemory(), PrivacyGates.standard(), workspace.counter(), new RecallBudget(1)));
  }
}
