package dev.rapport.langchain4j;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.rapport.assistant.AssistantMemory;
import dev.rapport.assistant.FailOpen;
import dev.rapport.memory.Recall;
import dev.rapport.page.Line;
import dev.rapport.page.Owner;
import dev.rapport.person.UserId;
import dev.rapport.text.Plain;
import java.util.List;
import java.util.function.Function;

/**
 * What is known of the person, line by line, for those who retrieve everything the same way. The
 * metadata {@code line} and {@code section} say where a line stands on the page.
 *
 * <p>Safe for several threads. A memory that fails is logged, and gives nothing.
 */
public final class RapportContentRetriever implements ContentRetriever {
  private static final int LONGEST = 1_000;

  private final FailOpen memory;
  private final Function<Object, UserId> user;

  private RapportContentRetriever(FailOpen memory, Function<Object, UserId> user) {
    this.memory = memory;
    this.user = user;
  }

  /** For services whose {@code @MemoryId} is the user's id; without one nobody is known. */
  public static ContentRetriever of(AssistantMemory memory) {
    return of(memory, MemoryIds.AS_USER);
  }

  /**
   * @param user who a memory id stands for
   */
  public static ContentRetriever of(AssistantMemory memory, Function<Object, UserId> user) {
    return new RapportContentRetriever(Failures.open(memory), user);
  }

  @Override
  public List<Content> retrieve(Query query) {
    Recall recall =
        memory
            .who(() -> user.apply(query.metadata().chatMemoryId()))
            .map(person -> memory.recall(person, query.text()))
            .orElse(Recall.NOTHING);
    return recall.lines().stream().map(RapportContentRetriever::content).toList();
  }

  private static Content content(Line line) {
    String text =
        switch (line.owner()) {
          case Owner.Self self -> line.text();
          case Owner.Other other -> other.who() + ": " + line.text();
        };
    Metadata metadata = Metadata.from("line", line.id().value()).put("section", line.section());
    return Content.from(TextSegment.from(Plain.ownWords(text, LONGEST), metadata));
  }
}
