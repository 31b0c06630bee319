package dev.rapport.memory;

import dev.rapport.chunk.Chunk;
import dev.rapport.page.Page;
import java.util.List;

/** Reads a chunk and proposes what to change on the page. A guard decides. */
public interface PageWriter {
  /** Stored with what it wrote: "rules", "rewrite", "patch". */
  String name();

  /**
   * @throws dev.rapport.model.ModelException when the model behind it gave no reply at all
   */
  Draft propose(Chunk chunk, Page page, WriteContext context);

  /**
   * Second and last try, after the first was found wanting. Writers without a model keep to their
   * first draft.
   *
   * @param first what was proposed
   * @param complaints what is to be mended, one sentence each
   */
  default Draft repair(
      Chunk chunk, Page page, WriteContext context, Draft first, List<String> complaints) {
    return first;
  }
}
