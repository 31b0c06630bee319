package dev.rapport.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.rapport.assistant.FakeMemory;
import dev.rapport.page.Line;
import dev.rapport.person.UserId;
import org.junit.jupiter.api.Test;

final class RapportToolsTest {
  private static final UserId ANA = new UserId("ana");

  private final FakeMemory memory = new FakeMemory();
  private final RapportTools tools = RapportTools.of(memory);

  @Test
  void whenRemembered_itIsOnThePageOfWhoeverTheMemoryIdNames() {
    assertThat(tools.remember("ana", "Is vegan.")).isEqualTo("Remembered.");

    assertThat(memory.page(ANA).lines()).extracting(Line::text).containsExactly("Is vegan.");
  }

  @Test
  void whenForgotten_itIsOffThePageAndTheModelIsToldNoWords() {
    memory.knows(ANA, "Is vegan.");

    assertThat(tools.forget("ana", "vegan")).isEqualTo("Forgotten.");
    assertThat(tools.forget("ana", "vegan")).isEqualTo("Nothing of the kind was known.");

    assertThat(memory.page(ANA).isEmpty()).isTrue();
  }

  @Test
  void givenNobodyOrABrokenMemory_theModelIsToldNoMore() {
    assertThat(tools.remember("default", "Is vegan.")).startsWith("That did not work");
    memory.fails();

    assertThat(tools.forget("ana", "vegan"))
        .startsWith("That did not work")
        .doesNotContain("secret");
  }

  @Test
  void theModelCannotChooseWhosePageItIs() {
    assertThat(ToolSpecifications.toolSpecificationsFrom(tools))
        .extracting(ToolSpecification::name)
        .containsExactlyInAnyOrder("remember", "forget");
    assertThat(ToolSpecifications.toolSpecificationsFrom(tools))
        .allSatisfy(tool -> assertThat(tool.parameters().properties()).hasSize(1));
  }
}
