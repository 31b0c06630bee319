package dev.rapport.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.page.Page;
import dev.rapport.person.UserId;

/** A page for machines: what {@code page show --json} prints and an export holds. */
public final class PageJson {
  private PageJson() {}

  /**
   * @param tokens of the page's Markdown, by the counter it names
   * @param cap most tokens it may have
   * @return {@code {"user","revision","tokenizer","tokens","cap","lines":[{"id","section","text",
   *     "owner","basis","kind","sensitivity","since","author","pinned","sources":[{"turn","quote"}]
   *     }]}}, one field a line
   */
  public static String write(Page page, int tokens, int cap) {
    return Json.pretty(tree(page, tokens, cap));
  }

  /** A page in one line without loss: all of it but whose it is. */
  public static String write(Page page) {
    return Json.text(PageDoc.write(page));
  }

  /**
   * @param written as {@link #write(Page)} gave it
   * @throws StoreException if it is something else
   */
  public static Page read(UserId user, String written) {
    return PageDoc.read(user, Json.parse(written, "page of " + user));
  }

  static ObjectNode tree(Page page, int tokens, int cap) {
    ObjectNode node = Json.object();
    node.put("user", page.user().value());
    node.put("revision", page.revision());
    node.put("tokenizer", page.tokenizer());
    node.put("tokens", tokens);
    node.put("cap", cap);
    Json.putList(node, "lines", page.lines(), LineJson::write);
    return node;
  }
}
