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
      h1 { line-height: 1.2; }
      table { border-collapse: collapse; }
      td, th { border-bottom: 1px solid var(--line); padding: .3rem .8rem; text-align: left;
        vertical-align: top; }
      td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
      td.name { min-width: 12rem; padding-left: 0; }
      .scroll { overflow-x: auto; margin: 1rem 0; }
      .dim, figcaption { color: var(--dim); }
      figure { margin: 1.5rem 0; max-width: 38rem; } figcaption b { color: var(--ink); }
      .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
        gap: 1.5rem 2rem; } .charts figure { margin: 0; }
      svg { display: block; width: 100%; height: auto; } svg text { fill: var(--ink); font-size: 11px; }
      svg .axis { stroke: var(--line); fill: none; } svg .curve, svg .raw { fill: none; stroke-width: 2; }
      svg .raw { stroke-width: 1; opacity: .4; }
      .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
        gap: 1rem; margin: 1rem 0; }
      .pair > div { border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; min-width: 0; }
      .text { white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0; }
      summary { cursor: pointer; } :focus-visible { outline: 2px solid var(--c2); outline-offset: 2px; }
      pre { overflow-x: auto; } code, pre { font-size: .9em; overflow-wrap: anywhere; }
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

  /** A table that scrolls by itself where it is too wide, by keyboard too. */
  public static String table(String label, String rows) {
    return "<div class='scroll' tabindex='0' role='region' aria-label='%s'><table>\n%s</table></div>\n"
        .formatted(attribute(label), rows);
  }

  /** Text as the value of an attribute between single quotes. */
  static String attribute(String text) {
    return escape(text).replace("'", "&#39;");
  }

  /** Text as HTML shows it. */
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
