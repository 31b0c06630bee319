package dev.rapport.page;

/** Edited Markdown cannot be taken as a page; nothing was changed. */
public final class PageFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  PageFormatException(String message) {
    super(message);
  }
}
