package dev.rapport.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A page whose style, script and data are in it. Its policy lets a browser run this script and
 * apply this style, by their digests, and nothing else: no text in the data can run, and nothing is
 * fetched.
 */
public final class SingleFile {
  private SingleFile() {}

  /**
   * @param title plain text
   * @param style name of a resource beside this class
   * @param script name of a resource beside this class
   * @param data as {@link ReportJson#embedded} gives it
   */
  public static String of(String title, String style, String script, String data) {
    String css = resource(style);
    String js = resource(script);
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <main id="report"><noscript>This report needs JavaScript; report.md says the same in text.</noscript></main>
        <script type="application/json" id="data">%s</script>
        <script>%s</script>
        </body>
        </html>
        """
        .formatted(digest(css), digest(js), escaped(title), css, data, js);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String resource(String name) {
    try (InputStream in = SingleFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource %s is missing from the jar".formatted(name));
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new ReportException("resource %s cannot be read".formatted(name), e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
