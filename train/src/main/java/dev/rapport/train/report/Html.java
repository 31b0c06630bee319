package dev.rapport.train.report;

/** A page that carries its style, light or dark as the reader's system is, and no script. */
public final class Html {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1f2328; --dim: #656d76; --line: #d0d7de;
        --paper: #ffffff; --c0: #8c959f; --c1: #57606a; --c2: #0969da; --c3: #1a7f37; --c4: #bc4c00; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #9198a1;
        --line: #3d444d; --paper: #0d1117; --c0: #656c76; --c1: #9198a1; --c2: #4493f8;
        --c3: #3fb950; --c4: #f0883e; } }
      body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
        max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; margin: 1rem 0; }
      td, th { border-bottom: 1px solid var(--line); padding: .3rem .8rem; text-align: left;
        vertical-align: top; }
      td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
      td.name { min-width: 12rem; padding-left: 0; }
      .dim, figcaption { color: var(--dim); } figure { margin: 1.5rem 0; }
      svg { width: 100%; height: auto; } svg text { fill: var(--ink); font-size: 12px; }
      svg .axis { stroke: var(--line); fill: none; } svg .dim { fill: var(--dim); }
      code { font-size: .9em; }
      """;

  private Html() {}

  /** A whole document. */
  public static String page(String title, String body) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    %s
    </body>
    </html>
    """
        .formatted(escape(title), STYLE, body);
  }

  /** Text as HTML shows it. */
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
