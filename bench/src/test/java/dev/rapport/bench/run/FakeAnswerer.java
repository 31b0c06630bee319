package dev.rapport.bench.run;

import dev.rapport.memory.Answerer;
import dev.rapport.memory.Choice;
import dev.rapport.memory.Options;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.Reply;
import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.work.Calls;
import java.util.List;

/** Asks a model with everything it was given, and takes the first option that the reply holds. */
record FakeAnswerer(Calls calls) implements Answerer {
  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Choice choose(Query query, Options options, Recall recall) {
    ChatReply reply = ask(query.text() + "\n" + String.join("\n", options.texts()), recall);
    for (int i = 0; i < options.size(); i++) {
      if (reply.text().contains(options.texts().get(i))) {
        return new Choice.Chosen(i, 0.5, List.of(), reply.text(), reply.usage());
      }
    }
    return new Choice.Unparsed(reply.text(), reply.usage());
  }

  @Override
  public Reply reply(Query query, Recall recall) {
    ChatReply reply = ask(query.text(), recall);
    return new Reply(reply.text(), List.of(), reply.usage());
  }

  private ChatReply ask(String question, Recall recall) {
    return calls.call(
        "answer",
        ChatRequest.of(
            List.of(ChatMessage.system("answer " + recall.text()), ChatMessage.user(question)),
            100));
  }
}
