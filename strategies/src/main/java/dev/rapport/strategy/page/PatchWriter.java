package dev.rapport.strategy.page;

import dev.rapport.chunk.Chunk;
import dev.rapport.memory.Draft;
import dev.rapport.memory.PageWriter;
import dev.rapport.memory.WriteContext;
import dev.rapport.page.Page;
import dev.rapport.page.PageMarkdown;
import java.util.List;

/**
 * Has a language model write line patches: plain lines such as {@code + Food | Likes figs <- t2},
 * each of which stands or falls by itself. Small models manage it, and provenance comes with it.
 * Safe for several threads.
 */
public final class PatchWriter implements PageWriter {
  private final ModelPageWriter model;

  private PatchWriter(WriterConfig config) {
    this.model =
        new ModelPageWriter(
            ModelPageWriter.instructions("patch.txt"),
            config,
            PageMarkdown::render,
            (page, turns, answer) -> new PatchReading(page, turns).read(answer));
  }

  public static PatchWriter with(WriterConfig config) {
    return new PatchWriter(config);
  }

  @Override
  public String name() {
    return "patch";
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
