package dev.rapport.langchain4j;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.assistant.FailOpen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that the memory failed, without a word of what people said. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger("dev.rapport.langchain4j");

  private Failures() {}

  static FailOpen open(AssistantMemory memory) {
    return FailOpen.over(memory, Failures::log);
  }

  static void log(FailOpen.Step step, RuntimeException failure) {
    if (step == FailOpen.Step.WHO) {
      LOG.warn("event=memory-skipped step={} why=\"{}\"", step, failure.getMessage());
    } else {
      LOG.warn("event=memory-failed step={} cause={}", step, failure.getClass().getName());
      LOG.debug("event=memory-failed step={}", step, failure);
    }
  }
}
