package dev.rapport.runtime;

import dev.rapport.local.answer.PageAnswerer;
import dev.rapport.local.embed.BgeSmall;
import dev.rapport.memory.Answerer;
import dev.rapport.model.ModelRole;
import dev.rapport.person.UserId;
import dev.rapport.privacy.PrivacyGates;
import dev.rapport.strategy.answer.AnswerConfig;
import dev.rapport.strategy.answer.LlmAnswerer;
import dev.rapport.work.CallsFactory;
import dev.rapport.work.Lease;

/** Who answers: the model that plays the role, or the built-in engine where none does. */
record Answering(CallsFactory calls, boolean withModel, BgeSmall embedder) {
  Answerer answerer(UserId user) {
    return withModel
        ? LlmAnswerer.using(
            calls.calls(user.value(), ModelRole.ANSWER, Lease.ALWAYS), AnswerConfig.DEFAULT)
        : local();
  }

  Answerer local() {
    return PageAnswerer.using(embedder, PrivacyGates.standard());
  }
}
