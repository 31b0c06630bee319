package dev.rapport.runtime;

import dev.rapport.assistant.AssistantMemory;
import dev.rapport.control.ForgetPlan;
import dev.rapport.control.ForgetRequest;
import dev.rapport.control.PageControl;
import dev.rapport.conversation.Message;
import dev.rapport.guard.Guarded;
import dev.rapport.learn.LearnListener;
import dev.rapport.learn.LearnReport;
import dev.rapport.learn.Learner;
import dev.rapport.learn.MemoryStore;
import dev.rapport.memory.Answerer;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.page.LineDraft;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Revision;
import dev.rapport.person.UserId;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** The people of one tenant, and everything that is done with their pages. */
public final class People implements AssistantMemory {
  private final MemoryStore store;
  private final Reading reading;
  private final Answering answering;
  private final Consumer<UserId> wake;

  People(MemoryStore store, Reading reading, Answering answering, Consumer<UserId> wake) {
    this.store = store;
    this.reading = reading;
    this.answering = answering;
    this.wake = wake;
  }

  public MemoryStore store() {
    return store;
  }

  public Learner learner() {
    return reading.learner(store);
  }

  public PageControl control() {
    return reading.control(store);
  }

  @Override
  public LearnReport observe(UserId user, List<Message> messages) {
    Instant now = reading.parts().clock().instant();
    Iterator<Message> said =
        messages.stream().map(message -> message.datedAtLatest(now)).iterator();
    LearnReport report = learner().observe(user, said, LearnListener.SILENT);
    if (report.turnsNew() > 0) {
      wake.accept(user);
    }
    return report;
  }

  @Override
  public Recall recall(UserId user, Query query) {
    return reading
        .strategy()
        .recall(query, page(user), new RecallBudget(reading.parts().config().capTokens()));
  }

  @Override
  public Page page(UserId user) {
    return store.page(user);
  }

  @Override
  public Guarded remember(UserId user, String text) {
    LineDraft line = LineDraft.written("", text);
    return control()
        .edit(
            user,
            page -> List.of(new PageEdit.Add(line)),
            new Revision.Cause(Revision.Kind.EDITED, "asked to remember"));
  }

  @Override
  public ForgetPlan plan(UserId user, ForgetRequest request) {
    return control().plan(user, request);
  }

  @Override
  public ForgetPlan forget(UserId user, ForgetRequest request) {
    ForgetPlan forgotten = control().forget(user, request);
    reading.parts().embedder().forgetTexts();
    return forgotten;
  }

  /** Answers this person's questions from what {@link #recall} gives. */
  public Answerer answerer(UserId user) {
    return answering.answerer(user);
  }
}
