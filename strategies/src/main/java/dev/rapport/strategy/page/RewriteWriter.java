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
    this.model =
        new ModelPageWriter(
            ModelPageWriter.instructions("rewrite.txt"),
            config,
            PageMarkdown::plain,
            (page, turns, answer) -> new RewriteReading(page, turns).read(answer));
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
    return model.draft("write", "", chunk, page, context, List.of());
  }

  @Override
  public Draft repair(
      Chunk chunk, Page page, WriteContext context, Draft first, List<String> complaints) {
    return model.draft("repair", "", chunk, page, context, complaints);
  }
}
