package dev.rapport.strategy.page;

import dev.rapport.chunk.Chunk;
import dev.rapport.memory.Draft;
import dev.rapport.memory.PageWriter;
import dev.rapport.memory.Query;
import dev.rapport.memory.WriteContext;
import dev.rapport.page.Page;
import dev.rapport.page.PageMarkdown;
import dev.rapport.prompt.PromptText;
import dev.rapport.text.Fence;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a page for one question, with the question in sight, as the reference implementation of
 * PersonaMem-v2 does. Not for people's memories: it breaks the rule that writing is blind, and is
 * here so that the difference can be measured. Safe for several threads.
 */
public final class QueryAwareWriter implements PageWriter {
  private static final PromptText WORDING =
      PromptText.of(QueryAwareWriter.class, "query-aware.txt", "rewrite.txt");

  private final ModelPageWriter model;
  private final String question;

  private QueryAwareWriter(WriterConfig config, String question) {
    this.model =
        new ModelPageWriter(
            WORDING,
            config,
            PageMarkdown::plain,
            (page, turns, answer) -> new RewriteReading(page, turns).read(answer));
    this.question = question;
  }

  /**
   * @param options as they will be shown; empty for an open question
   */
  public static QueryAwareWriter with(WriterConfig config, Query query, List<String> options) {
    List<String> parts = new ArrayList<>();
    parts.add(Fence.around("question", query.text()));
    if (!options.isEmpty()) {
      parts.add(Fence.around("options", String.join("\n", options)));
    }
    return new QueryAwareWriter(config, String.join("\n\n", parts) + "\n\n");
  }

  /** Names the wording of the prompt in reports. */
  public static String promptVersion() {
    return WORDING.version();
  }

  @Override
  public String name() {
    return "query-aware";
  }

  @Override
  public Draft propose(Chunk chunk, Page page, WriteContext context) {
    return model.draft("write", question, chunk, page, context, List.of());
  }

  @Override
  public Draft repair(
      Chunk chunk, Page page, WriteContext context, Draft first, List<String> complaints) {
    return model.draft("repair", question, chunk, page, context, complaints);
  }
}
