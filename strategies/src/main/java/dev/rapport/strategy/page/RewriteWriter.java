package dev.rapport.strategy.page;

import dev.rapport.chunk.Chunk;
import dev.rapport.memory.Draft;
import dev.rapport.memory.PageWriter;
import dev.rapport.memory.WriteContext;
import dev.rapport.page.Page;
import dev.rapport.page.PageMarkdown;
import java.util.List;

/**
 * Has a language model write the whole page anew, the paper's way (arXiv 2512.06688, sec. 3.2,
 * A.4), but without a query. Lines are known again by their words, so that ids and provenance
 * survive. Safe for several threads.
 */
public final class RewriteWriter implements PageWriter {
  private final ModelPageWriter model;

  private RewriteWriter(WriterConfig config) {
    this.model = new ModelPageWriter("rewrite.txt", config);
  }

  public static RewriteWriter with(WriterConfig config) {
    return new RewriteWriter(config);
  }

  @Override
  public String name() {
    return "rewrite";
  }

  /** Names the wording of the prompt in reports. */
  public String promptVersion() {
    return model.promptVersion();
  }

  @Override
  public Draft propose(Chunk chunk, Page page, WriteContext context) {
    return draft("write", chunk, page, context, List.of());
  }

  @Override
  public Draft repair(
      Chunk chunk, Page page, WriteContext context, Draft first, List<String> complaints) {
    return draft("repair", chunk, page, context, complaints);
  }

  private Draft draft(
      String step, Chunk chunk, Page page, WriteContext context, List<String> complaints) {
    ChunkTurns turns = ChunkTurns.of(chunk);
    if (turns.own().isEmpty()) {
      return new Draft.Edits(List.of(), List.of());
    }
    String shown = ModelPageWriter.orEmpty(page, PageMarkdown.plain(page));
    ModelPageWriter.Answer answer = model.ask(step, shown, turns, chunk, context, complaints);
    return new RewriteReading(page, turns).read(answer);
  }
}
