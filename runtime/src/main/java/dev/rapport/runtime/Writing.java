package dev.rapport.runtime;

import dev.rapport.memory.PageWriter;
import dev.rapport.strategy.page.PatchWriter;
import dev.rapport.strategy.page.RewriteWriter;
import dev.rapport.strategy.page.WriterConfig;

/** How a language model writes a page. */
public enum Writing {
  /** Line by line, with the turns each line comes from; small models manage it. */
  PATCH {
    @Override
    PageWriter writer(WriterConfig config) {
      return PatchWriter.with(config);
    }
  },
  /** The whole page anew, the paper's way (arXiv 2512.06688, sec. 3.2). */
  REWRITE {
    @Override
    PageWriter writer(WriterConfig config) {
      return RewriteWriter.with(config);
    }
  };

  abstract PageWriter writer(WriterConfig config);
}
