package dev.rapport.store;

import dev.rapport.learn.MemoryStore;
import dev.rapport.person.TenantId;
import dev.rapport.work.CallJournal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class PostgresMemoryTest extends MemoryStoreContract {
  @TempDir Path folder;
  private TenantStore store;

  @BeforeEach
  void open() {
    store = Backend.POSTGRES.open(folder).tenant(TenantId.DEFAULT);
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
