package dev.rapport.cli;

import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.learn.LearnListener;
import dev.rapport.learn.LearnReport;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.Reply;
import dev.rapport.model.ReplyListener;
import dev.rapport.person.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** A conversation in the terminal: every message is answered and observed. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = {
      "Talk. Each message is answered in the light of the page, and observed; the page is written"
          + " when you leave or say /learn.",
      "",
      "In the chat: /page shows the page, /learn writes it now, /quit leaves."
    },
    footer = {"", "Example:", "  rapport chat --user ana --model ollama:qwen3:4b"})
final class ChatCommand extends UserSession {
  private final InstantSource clock = InstantSource.system();

  ChatCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    UserId user = user();
    String conversation = "chat-" + clock.millis();
    LineInput typed = new LineInput(terminal().in());
    say("Chatting as %s. /page, /learn, /quit.".formatted(user));
    for (Optional<String> line = ask(typed); line.isPresent(); line = ask(typed)) {
      String text = line.get().strip();
      if (text.equals("/quit")) {
        break;
      }
      switch (text) {
        case "" -> {}
        case "/page" -> print(workspace.markdown(workspace.page(user)));
        case "/learn" -> learn(workspace, user);
        default -> exchange(workspace, user, conversation, text);
      }
    }
    learn(workspace, user);
    return DONE;
  }

  private Optional<String> ask(LineInput typed) {
    if (terminal().interactive()) {
      terminal().err().print("> ");
      terminal().err().flush();
    }
    return typed.next();
  }

  private void exchange(Workspace workspace, UserId user, String conversation, String text) {
    Instant now = clock.instant();
    observe(workspace, user, new Message(conversation, Role.USER, text, now));
    Query query = new Query(text);
    Recall recall = workspace.recall(user, query);
    Reply reply = workspace.answerer(user).reply(query, recall, printer());
    terminal().out().println();
    if (workspace.answersWithModel()) {
      observe(workspace, user, new Message(conversation, Role.ASSISTANT, reply.text(), now));
    }
  }

  private ReplyListener printer() {
    return piece -> {
      terminal().out().print(piece);
      terminal().out().flush();
    };
  }

  private void observe(Workspace workspace, UserId user, Message message) {
    workspace.learner().observe(user, List.of(message).iterator(), LearnListener.SILENT);
  }

  private void learn(Workspace workspace, UserId user) {
    long before = workspace.page(user).revision();
    LearnReport report = workspace.learner().fold(user, LearnListener.SILENT);
    if (report.revision() > before) {
      say("The page is now at revision %d.".formatted(report.revision()));
    } else if (report.chunks() > 0) {
      say("Nothing here to keep on the page.");
    }
  }
}
