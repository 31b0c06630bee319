package dev.rapport.assistant;

import dev.rapport.control.ForgetPlan;
import dev.rapport.control.ForgetRequest;
import dev.rapport.conversation.Message;
import dev.rapport.guard.Guarded;
import dev.rapport.learn.LearnReport;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.page.Author;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.person.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Knows what it is told, learns nothing, and fails when asked to. Safe for several threads. */
public final class FakeMemory implements AssistantMemory {
  private final Map<UserId, Page> pages = new ConcurrentHashMap<>();
  private final List<Message> observed = new CopyOnWriteArrayList<>();
  private final List<UserId> observedOf = new CopyOnWriteArrayList<>();
  private volatile boolean broken;

  /** Puts a line on a page. */
  public void knows(UserId user, String text) {
    remember(user, text);
  }

  /** From now on every method throws. */
  public void fails() {
    broken = true;
  }

  /** Every message handed on, in order. */
  public List<Message> observed() {
    return List.copyOf(observed);
  }

  /** Whose messages were handed on: one entry for each time. */
  public List<UserId> observedOf() {
    return List.copyOf(observedOf);
  }

  @Override
  public LearnReport observe(UserId user, List<Message> messages) {
    work();
    observedOf.add(user);
    observed.addAll(messages);
    return new LearnReport(messages.size(), messages.size(), 0, 0, 0, 0, new LinkedHashMap<>());
  }

  @Override
  public Recall recall(UserId user, Query query) {
    List<Line> lines = page(user).lines();
    String text = String.join("\n", lines.stream().map(line -> "- " + line.text()).toList());
    return new Recall(text, lines, lines.size());
  }

  @Override
  public Page page(UserId user) {
    work();
    return pages.getOrDefault(user, Page.empty(user, "none"));
  }

  @Override
  public Guarded remember(UserId user, String text) {
    Page before = page(user);
    List<Line> lines = new ArrayList<>(before.lines());
    LineDraft draft = LineDraft.written("", text);
    lines.add(Line.of(new LineId("l" + before.nextLine()), draft, Author.USER, false));
    Page after = before.next(lines, before.nextLine() + 1);
    pages.put(user, after);
    return new Guarded(Guarded.Outcome.ACCEPTED, after, List.of(), List.of());
  }

  @Override
  public ForgetPlan plan(UserId user, ForgetRequest request) {
    List<Line> gone = page(user).lines().stream().filter(line -> isMeant(line, request)).toList();
    return new ForgetPlan(request, gone, List.of());
  }

  @Override
  public ForgetPlan forget(UserId user, ForgetRequest request) {
    ForgetPlan plan = plan(user, request);
    List<Line> lines = new ArrayList<>(page(user).lines());
    lines.removeAll(plan.lines());
    pages.put(user, page(user).next(lines, page(user).nextLine()));
    return plan;
  }

  private static boolean isMeant(Line line, ForgetRequest request) {
    return switch (request) {
      case ForgetRequest.OfLine one -> line.id().equals(one.id());
      case ForgetRequest.OfWords words -> line.text().contains(words.words());
      case ForgetRequest.OfTopic topic -> line.text().contains(topic.topic());
    };
  }

  private void work() {
    if (broken) {
      throw new IllegalStateException("the memory is broken: its words are secret");
    }
  }
}
