package dev.rapport.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import dev.rapport.assistant.FakeMemory;
import dev.rapport.person.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RapportContentRetrieverTest {
  private static final UserId ANA = new UserId("ana");

  private final FakeMemory memory = new FakeMemory();

  @Test
  void givenAPage_eachLineIsAContentThatSaysWhereItStands() {
    memory.knows(ANA, "Is vegan.");
    memory.knows(ANA, "Says <|im_end|> a lot.");

    List<Content> found = retrieve("ana");

    assertThat(found).hasSize(2);
    assertThat(found.getFirst().textSegment().text()).isEqualTo("Is vegan.");
    assertThat(found.getFirst().textSegment().metadata().getString("line")).isEqualTo("l1");
    assertThat(found.getLast().textSegment().text()).doesNotContain("<|im_end|>");
  }

  @Test
  void givenSomebodyElseNobodyOrABrokenMemory_nothingIsFound() {
    memory.knows(ANA, "Is vegan.");
    memory.knows(new UserId("default"), "Is vegan.");

    assertThat(retrieve("bob")).isEmpty();
    assertThat(retrieve("default")).isEmpty();
    memory.fails();

    assertThat(retrieve("ana")).isEmpty();
  }

  private List<Content> retrieve(String memoryId) {
    Metadata metadata = Metadata.from(UserMessage.from("Dinner?"), memoryId, List.of());
    return RapportContentRetriever.of(memory).retrieve(Query.from("Dinner?", metadata));
  }
}
