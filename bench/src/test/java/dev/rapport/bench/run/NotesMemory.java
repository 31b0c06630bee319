package dev.rapport.bench.run;

import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Turn;
import dev.rapport.memory.MemoryStrategy;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.memory.WriteContext;
import dev.rapport.memory.Written;
import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatRequest;
import dev.rapport.page.PageEdit;
import dev.rapport.person.UserId;
import java.util.List;

/** Has a model note each chunk; the notes are the memory. */
final class NotesMemory implements MemoryStrategy<String> {
  /** Notes as they are. */
  static final MemoryCodec<String> CODEC =
      new MemoryCodec<>() {
        @Override
        public String write(String memory) {
          return "notes:" + memory;
        }

        @Override
        public String read(UserId user, String written) {
          return written.substring("notes:".length());
        }

        @Override
        public String text(String memory) {
          return memory;
        }
      };

  @Override
  public String name() {
    return "notes";
  }

  @Override
  public String empty(UserId user) {
    return "";
  }

  @Override
  public Written<String> write(Chunk chunk, String notes, WriteContext context) {
    String said = String.join("\n", chunk.turns().stream().map(Turn::text).toList());
    ChatRequest request = ChatRequest.of(List.of(ChatMessage.user("note " + said)), 100);
    String reply = context.calls().call("write " + chunk.index(), request).text();
    return new Written<>(notes + reply + "\n", true, List.of(), List.of());
  }

  @Override
  public Recall recall(Query query, String notes, RecallBudget budget) {
    return new Recall(notes, List.of(), notes.length());
  }

  @Override
  public String forget(PageEdit.Forget request, String notes) {
    return notes;
  }
}
