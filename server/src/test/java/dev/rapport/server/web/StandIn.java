package dev.rapport.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rapport.control.ForgetPlan;
import dev.rapport.control.ForgetRequest;
import dev.rapport.control.Verification;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.guard.Guarded;
import dev.rapport.learn.LearnListener;
import dev.rapport.learn.MemoryStore;
import dev.rapport.memory.Choice;
import dev.rapport.memory.Options;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.Reply;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.page.PageDiff;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Revision;
import dev.rapport.person.UserId;
import dev.rapport.privacy.PrivacyGates;
import dev.rapport.runtime.Rapport;
import dev.rapport.store.PageBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * The routes the page in a browser uses, over a real memory. It knows no limits and no idempotency;
 * those are the server's own tests' concern.
 */
final class StandIn implements AutoCloseable {
  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8", "js", "text/javascript", "css", "text/css", "svg",
          "image/svg+xml", "woff2", "font/woff2", "txt", "text/plain");

  private final Rapport rapport;
  private final String key;
  private final HttpServer server;
  private final List<Map<String, Object>> keys = new ArrayList<>();

  /**
   * @param key what a browser must sign in with; empty for nothing
   */
  StandIn(Rapport rapport, String key) {
    this.rapport = rapport;
    this.key = key;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Security-Policy", CSP);
      exchange.getResponseHeaders().set("Cache-Control", "no-cache");
      try {
        if (exchange.getRequestURI().getPath().startsWith("/v1/")) {
          route(exchange);
        } else {
          file(exchange);
        }
      } catch (IllegalArgumentException | IllegalStateException e) {
        problem(exchange, 422, String.valueOf(e.getMessage()), "Look at what was sent.");
      }
    }
  }

  private void file(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = path.equals("/") ? "index.html" : path.substring(1);
    try (InputStream in = getClass().getResourceAsStream("/dev/rapport/server/web/" + name)) {
      if (in == null) {
        problem(exchange, 404, name + " is not there", "");
        return;
      }
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      send(exchange, 200, type, in.readAllBytes());
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    List<String> path = new ArrayList<>();
    for (String part : exchange.getRequestURI().getRawPath().substring(4).split("/")) {
      path.add(URLDecoder.decode(part.replace("+", "%2B"), UTF_8));
    }
    if (path.get(0).equals("session")) {
      session(exchange);
    } else if (!signedIn(exchange)) {
      problem(exchange, 401, "This needs a key", "Sign in.");
    } else if (path.get(0).equals("people") && path.size() > 1) {
      ofPerson(exchange, new UserId(path.get(1)), path.subList(2, path.size()));
    } else {
      ofTenant(exchange, path);
    }
  }

  private boolean signedIn(HttpExchange exchange) {
    List<String> cookies = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
    boolean csrf =
        exchange.getRequestMethod().equals("GET")
            || "token".equals(exchange.getRequestHeaders().getFirst("X-Rapport-CSRF"));
    return key.isEmpty() || (cookies.toString().contains("session=yes") && csrf);
  }

  private void session(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    if (method.equals("POST") && !body(exchange).path("key").asText().equals(key)) {
      problem(exchange, 401, "This key opens nothing.", "See that it was copied whole.");
      return;
    }
    if (method.equals("GET") && !signedIn(exchange)) {
      problem(exchange, 401, "This needs a key", "Sign in.");
      return;
    }
    exchange
        .getResponseHeaders()
        .set("Set-Cookie", "session=" + (method.equals("DELETE") ? "no" : "yes") + "; HttpOnly");
    Map<String, Object> who = new LinkedHashMap<>();
    who.put("tenant", "default");
    who.put("scope", "ADMIN");
    who.put("auth", key.isEmpty() ? "none" : "key");
    who.put("csrf", "token");
    json(exchange, 200, who);
  }

  private void ofTenant(HttpExchange exchange, List<String> path) throws IOException {
    MemoryStore store = rapport.people().store();
    switch (exchange.getRequestMethod() + " " + path.get(0)) {
      case "GET people" -> {
        String prefix = parameter(exchange, "prefix");
        json(
            exchange,
            200,
            Map.of(
                "people",
                store.people().stream()
                    .filter(user -> user.value().startsWith(prefix))
                    .map(this::summary)
                    .toList()));
      }
      case "GET jobs" -> {
        List<Map<String, Object>> behind =
            store.people().stream()
                .map(this::summary)
                .filter(one -> !one.get("waiting").equals(0))
                .toList();
        int waiting = behind.stream().mapToInt(one -> (int) one.get("waiting")).sum();
        json(exchange, 200, Map.of("waiting", waiting, "buried", 0, "people", behind));
      }
      case "GET ledger" -> json(exchange, 200, Map.of("entries", List.of(), "totals", Map.of()));
      case "GET keys" -> json(exchange, 200, keys);
      case "POST keys" -> {
        JsonNode asked = body(exchange);
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("id", "k" + keys.size());
        made.put("scope", asked.path("scope").asText());
        made.put("user", asked.path("user").asText());
        keys.add(made);
        Map<String, Object> shown = new LinkedHashMap<>(made);
        shown.put("key", "rapport-a-new-key");
        json(exchange, 201, shown);
      }
      case "DELETE keys" -> {
        keys.removeIf(one -> one.get("id").equals(path.get(1)));
        send(exchange, 204, "", new byte[0]);
      }
      default -> problem(exchange, 404, "no such route", "");
    }
  }

  private void ofPerson(HttpExchange exchange, UserId user, List<String> rest)
      throws IOException {
    MemoryStore store = rapport.people().store();
    Page page = store.page(user);
    String what = rest.isEmpty() ? "" : rest.get(0);
    switch (exchange.getRequestMethod() + " " + what) {
      case "GET " -> json(exchange, 200, summary(user));
      case "DELETE " -> {
        rapport.people().control().erase(user);
        send(exchange, 204, "", new byte[0]);
      }
      case "GET page" -> json(exchange, 200, Wire.page(page, rapport));
      case "GET lines" -> why(exchange, user, line(page, rest.get(1)));
      case "POST lines" -> {
        JsonNode asked = body(exchange);
        LineDraft draft =
            LineDraft.written(asked.path("section").asText(), asked.path("text").asText());
        edited(exchange, edit(user, new PageEdit.Add(draft)));
      }
      case "PATCH lines" -> edited(exchange, patch(user, line(page, rest.get(1)), body(exchange)));
      case "DELETE lines" ->
          edited(
              exchange, edit(user, new PageEdit.Remove(line(page, rest.get(1)).id(), "removed")));
      case "GET revisions" ->
          json(
              exchange,
              200,
              store.revisions(user).reversed().stream().map(Wire::revision).toList());
      case "GET diff" ->
          json(
              exchange,
              200,
              Wire.diff(
                  PageDiff.between(
                      then(user, parameter(exchange, "from")),
                      then(user, parameter(exchange, "to")))));
      case "POST undo" ->
          json(
              exchange,
              200,
              Map.of(
                  "revision",
                  rapport.people().control().undo(user).map(Page::revision).orElse(0L)));
      case "POST forget" -> forget(exchange, user, body(exchange));
      case "GET verify" -> {
        Verification verified = rapport.people().control().verify(user);
        json(
            exchange,
            200,
            Map.of(
                "holds",
                verified.holds(),
                "checked",
                List.of(verified.textsSearched() + " stored texts looked through"),
                "faults",
                verified.faults()));
      }
      case "POST ask" -> ask(exchange, user, body(exchange));
      case "POST turns" -> {
        List<Message> messages = new ArrayList<>();
        for (JsonNode one : body(exchange).path("messages")) {
          Role role = one.path("role").asText().equals("user") ? Role.USER : Role.ASSISTANT;
          messages.add(new Message("", role, one.path("content").asText(), Turn.UNDATED));
        }
        rapport.people().observe(user, messages);
        json(exchange, 202, summary(user));
      }
      case "GET jobs" -> {
        Map<String, Object> now = new LinkedHashMap<>(summary(user));
        now.put(
            "buried",
            store.buried(user).stream()
                .map(one -> Map.of("turn", one.turn().id().value(), "why", one.why()))
                .toList());
        json(exchange, 200, now);
      }
      case "POST learn" -> {
        rapport.people().learner().fold(user, LearnListener.SILENT);
        json(exchange, 202, Map.of());
      }
      case "POST jobs" -> {
        store.unbury(
            user, store.buried(user).stream().map(one -> one.turn().id()).toList());
        json(exchange, 202, Map.of());
      }
      case "GET privacy" -> {
        List<Map<String, Object>> found = new ArrayList<>();
        store
            .traces(user)
            .forEach(
                trace ->
                    PrivacyGates.standard()
                        .find(trace.text())
                        .forEach(
                            one ->
                                found.add(
                                    Map.of(
                                        "place", trace.place(),
                                        "category", one.category().name()))));
        json(exchange, 200, found);
      }
      case "GET export" -> {
        Path file = Files.createTempDirectory("rapport-export").resolve("page.zip");
        PageBundle.export(rapport.store(), user, "", 0, rapport.config().capTokens(), file);
        send(exchange, 200, "application/zip", Files.readAllBytes(file));
      }
      case "POST import" -> {
        Path file = Files.createTempDirectory("rapport-import").resolve("page.zip");
        Files.write(file, exchange.getRequestBody().readAllBytes());
        PageBundle.Mode mode =
            PageBundle.Mode.valueOf(parameter(exchange, "mode").toUpperCase(Locale.ROOT));
        Page restored =
            PageBundle.read(file)
                .restore(rapport.store(), user, mode, line -> false, Instant.EPOCH);
        json(exchange, 200, Map.of("revision", restored.revision()));
      }
      default -> problem(exchange, 404, "no such route", "");
    }
  }

  private Map<String, Object> summary(UserId user) {
    MemoryStore store = rapport.people().store();
    return Map.of(
        "user",
        user.value(),
        "revision",
        store.page(user).revision(),
        "waiting",
        store.pending(user, MemoryStore.FROM_START, Integer.MAX_VALUE).size(),
        "buried",
        store.buried(user).size());
  }

  private void why(HttpExchange exchange, UserId user, Line line) throws IOException {
    Map<String, Object> why = new LinkedHashMap<>(Wire.line(line));
    why.put(
        "revisions",
        rapport.people().store().revisions(user).stream()
            .filter(one -> one.page().line(line.id()).isPresent())
            .limit(1)
            .map(Wire::revision)
            .toList());
    json(exchange, 200, why);
  }

  private Guarded patch(UserId user, Line line, JsonNode asked) {
    if (asked.has("pinned")) {
      return rapport
          .people()
          .control()
          .pin(user, line.id(), asked.get("pinned").booleanValue());
    }
    LineDraft draft =
        line.draft()
            .withText(asked.path("text").asText(line.text()))
            .withSection(asked.path("section").asText(line.section()));
    return edit(user, new PageEdit.Replace(line.id(), draft));
  }

  private Guarded edit(UserId user, PageEdit edit) {
    return rapport
        .people()
        .control()
        .edit(
            user,
            page -> List.of(edit),
            new Revision.Cause(Revision.Kind.EDITED, "by the person"));
  }

  private void edited(HttpExchange exchange, Guarded guarded) throws IOException {
    List<Map<String, String>> findings =
        guarded.findings().stream()
            .map(one -> Map.of("rule", one.rule().name(), "place", one.where(), "why", one.why()))
            .toList();
    if (guarded.outcome() != Guarded.Outcome.ACCEPTED || guarded.applied().isEmpty()) {
      problem(
          exchange, 422, findings.isEmpty() ? "Nothing changed" : findings.get(0).get("why"), "Say it otherwise.");
      return;
    }
    json(exchange, 200, Map.of("revision", guarded.page().revision(), "findings", findings));
  }

  private void forget(HttpExchange exchange, UserId user, JsonNode asked) throws IOException {
    ForgetRequest request =
        asked.has("line")
            ? new ForgetRequest.OfLine(new LineId(asked.get("line").asText()))
            : asked.has("words")
                ? new ForgetRequest.OfWords(asked.get("words").asText())
                : new ForgetRequest.OfTopic(asked.path("topic").asText());
    boolean dry = asked.path("dryRun").booleanValue();
    ForgetPlan plan =
        dry ? rapport.people().plan(user, request) : rapport.people().forget(user, request);
    json(
        exchange,
        200,
        Map.of(
            "lines", plan.lines().stream().map(Wire::line).toList(),
            "places", plan.places(),
            "done", !dry));
  }

  private void ask(HttpExchange exchange, UserId user, JsonNode asked) throws IOException {
    Query query = new Query(asked.path("query").asText());
    Recall recall = rapport.people().recall(user, query);
    Map<String, Object> done = new LinkedHashMap<>();
    List<String> pieces = new ArrayList<>();
    if (asked.has("options")) {
      List<String> texts = new ArrayList<>();
      asked.get("options").forEach(one -> texts.add(one.asText()));
      Choice choice =
          rapport.people().answerer(user).choose(query, new Options(texts), recall);
      done.put("text", choice.text());
      if (choice instanceof Choice.Chosen chosen) {
        done.put("choice", chosen.option());
        done.put("letter", chosen.letter());
        done.put("confidence", chosen.confidence());
        done.put("lines", chosen.lines().stream().map(LineId::value).toList());
      }
    } else {
      Reply reply = rapport.people().answerer(user).reply(query, recall);
      pieces.addAll(List.of(reply.text().split("(?<= )")));
      done.put("text", reply.text());
      done.put("lines", reply.lines().stream().map(LineId::value).toList());
    }
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    for (String piece : pieces) {
      event(out, "text", Map.of("piece", piece));
    }
    event(out, "done", done);
  }

  private static void event(OutputStream out, String name, Object data) throws IOException {
    out.write(
        "event: %s\ndata: %s\n\n"
            .formatted(name, Cdp.JSON.writeValueAsString(data))
            .getBytes(UTF_8));
    out.flush();
  }

  private Page then(UserId user, String number) {
    return rapport.people().store().revisions(user).stream()
        .filter(one -> one.number() == Long.parseLong(number))
        .map(Revision::page)
        .findFirst()
        .orElse(Page.empty(user, rapport.config().tokenizer()));
  }

  private static Line line(Page page, String id) {
    return page.line(new LineId(id))
        .orElseThrow(() -> new IllegalArgumentException("no line " + id + " on the page"));
  }

  private static String parameter(HttpExchange exchange, String name) {
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : (query == null ? "" : query).split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), UTF_8);
      }
    }
    return "";
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    return Cdp.JSON.readTree(exchange.getRequestBody());
  }

  private static void json(HttpExchange exchange, int status, Object value) throws IOException {
    send(exchange, status, "application/json", Cdp.JSON.writeValueAsBytes(value));
  }

  private static void problem(HttpExchange exchange, int status, String detail, String mend)
      throws IOException {
    Map<String, Object> problem =
        Map.of("title", "It was refused", "status", status, "detail", detail, "mend", mend);
    send(exchange, status, "application/problem+json", Cdp.JSON.writeValueAsBytes(problem));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] content)
      throws IOException {
    if (!type.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    if (content.length > 0) {
      exchange.getResponseBody().write(content);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
