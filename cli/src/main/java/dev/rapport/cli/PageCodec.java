package dev.rapport.cli;

import dev.rapport.bench.run.MemoryCodec;
import dev.rapport.page.Page;
import dev.rapport.page.PageMarkdown;
import dev.rapport.person.UserId;
import dev.rapport.store.PageJson;

/** Keeps pages between the stages of a run as the store keeps them. */
enum PageCodec implements MemoryCodec<Page> {
  INSTANCE;

  @Override
  public String write(Page page) {
    return PageJson.write(page);
  }

  @Override
  public Page read(UserId user, String written) {
    return PageJson.read(user, written);
  }

  @Override
  public String text(Page page) {
    return PageMarkdown.plain(page);
  }
}
