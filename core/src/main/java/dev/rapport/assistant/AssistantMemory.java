package dev.rapport.assistant;

import dev.rapport.control.ForgetPlan;
import dev.rapport.control.ForgetRequest;
import dev.rapport.conversation.Message;
import dev.rapport.guard.Guarded;
import dev.rapport.learn.LearnReport;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.page.Page;
import dev.rapport.person.UserId;
import java.util.List;

/**
 * The pages of people, as an assistant uses them: it hands on what was said, and asks what is known
 * before it answers. Safe for several threads.
 */
public interface AssistantMemory {
  /**
   * Accepts what was said, durably, and returns without waiting for any model. What was accepted
   * before, or forgotten, is passed over, so an exchange may be handed on twice.
   *
   * @param messages of one or more conversations, in order; system and tool messages are passed
   *     over; those without a time are said now
   */
  LearnReport observe(UserId user, List<Message> messages);

  /** What is known that may matter for a query. A lookup: it calls no model and changes nothing. */
  Recall recall(UserId user, Query query);

  /** The page as it stands; an empty one for somebody unknown. */
  Page page(UserId user);

  /**
   * Puts a line on the page that the person asked for; no model can change or drop it.
   *
   * @param text in the person's words
   * @return what became of it: private data is masked, and a full page refuses
   */
  Guarded remember(UserId user, String text);

  /** What a request to forget would remove. Changes nothing. */
  ForgetPlan plan(UserId user, ForgetRequest request);

  /** Forgets for good, everywhere. */
  ForgetPlan forget(UserId user, ForgetRequest request);
}
