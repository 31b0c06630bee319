package dev.rapport.store;

import dev.rapport.learn.MemoryStore;
import dev.rapport.work.CallJournal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteMemoryTest extends MemoryStoreContract {
  @TempDir Path folder;
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder.resolve("rapport.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  MemoryStore store() {
    return store.memory();
  }

  @Override
  CallJournal journal() {
    return store.journal();
  }
}
