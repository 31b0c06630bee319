package dev.rapport.fakeserver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Serves {@code POST /v1/chat/completions}. */
final class ChatRoute {
  private final FakeServerConfig config;
  private final Responder responder;
  private final ChatCallParser parser;

  ChatRoute(FakeServerConfig config, Responder responder) {
    this.config = config;
    this.responder = responder;
    this.parser = new ChatCallParser(config);
  }

  void serve(Received received, Visit visit, Wire wire) throws IOException, ProtocolException {
    ChatCall call = parser.parse(visit.attempt(), received);
    try {
      act(responder.respond(call), call, visit, wire);
    } catch (IOException left) {
      visit.clientLeft();
      throw left;
    }
  }

  private void act(Behaviour behaviour, ChatCall call, Visit visit, Wire wire) throws IOException {
    switch (behaviour) {
      case Behaviour.Say say -> say(say.answer(), call, visit, wire);
      case Behaviour.Refuse refuse -> {
        visit.refused();
        ObjectNode body = Json.error(refuse.message(), refuse.type(), refuse.code());
        wire.reply(refuse.status(), "application/json", body.toString(), refuse.headers());
      }
      case Behaviour.Verbatim verbatim -> {
        visit.broken(Tokens.NONE);
        wire.reply(verbatim.status(), verbatim.contentType(), verbatim.body(), Map.of());
      }
      case Behaviour.Packets packets -> {
        wire.beginChunks(packets.contentType());
        visit.broken(Tokens.NONE);
        for (byte[] packet : packets.packets()) {
          wire.chunk(packet);
        }
        wire.endChunks();
      }
      case Behaviour.HalfStream half -> half(half, call, visit, wire);
      case Behaviour.Reset reset -> {
        visit.broken(Tokens.NONE);
        wire.reset();
      }
      case Behaviour.Hang hang -> wire.awaitLeft();
      case Behaviour.Endless endless -> endless(endless.piece(), call, wire);
    }
  }

  private void say(Answer answer, ChatCall call, Visit visit, Wire wire) throws IOException {
    Tokens tokens = Tokens.of(config.tokenCounter(), call, answer);
    wire.pause(answer.latency());
    if (!call.stream()) {
      wire.pause(answer.sse().between());
      visit.answered(tokens, answer.usage());
      String body = Json.completion(call, answer, tokens).toString();
      wire.reply(200, "application/json", body, Map.of());
      return;
    }
    wire.beginChunks("text/event-stream; charset=utf-8");
    for (ObjectNode chunk : Json.chunks(call, answer, tokens)) {
      event(chunk, answer.sse(), wire);
    }
    visit.answered(tokens, answer.usage() && call.includeUsage());
    send(answer.sse().event("[DONE]", "[DONE]"), answer.sse(), wire);
    wire.endChunks();
  }

  private void half(Behaviour.HalfStream half, ChatCall call, Visit visit, Wire wire)
      throws IOException {
    Answer answer = half.answer();
    Tokens tokens = Tokens.of(config.tokenCounter(), call, answer);
    List<ObjectNode> chunks = Json.chunks(call, answer, tokens);
    wire.beginChunks("text/event-stream; charset=utf-8");
    for (ObjectNode chunk : chunks.subList(0, Math.min(half.pieces() + 1, chunks.size() - 2))) {
      event(chunk, answer.sse(), wire);
    }
    switch (half.ending()) {
      case CLOSE -> {
        visit.broken(tokens);
        wire.close();
      }
      case RESET -> {
        visit.broken(tokens);
        wire.reset();
      }
      case SILENCE -> wire.awaitLeft();
    }
  }

  private static void endless(String piece, ChatCall call, Wire wire) throws IOException {
    Answer answer = Answer.of(piece);
    wire.beginChunks(call.stream() ? "text/event-stream" : "application/json");
    if (!call.stream()) {
      wire.chunk(bytes("{\"choices\": [{\"message\": {\"content\": \""));
    }
    String again = piece;
    if (call.stream()) {
      String chunk = Json.chunks(call, answer, Tokens.NONE).get(1).toString();
      again = answer.sse().event(chunk, chunk);
    }
    byte[] packet = bytes(again.repeat(64));
    while (true) {
      wire.chunk(packet);
    }
  }

  private static void event(ObjectNode chunk, SseForm form, Wire wire) throws IOException {
    wire.pause(form.between());
    send(form.event(chunk.toString(), chunk.toPrettyString().replace("\r", "")), form, wire);
  }

  private static void send(String event, SseForm form, Wire wire) throws IOException {
    byte[] bytes = bytes(event);
    int size = form.packetBytes() == 0 ? bytes.length : form.packetBytes();
    for (int from = 0; from < bytes.length; from += size) {
      wire.chunk(Arrays.copyOfRange(bytes, from, Math.min(from + size, bytes.length)));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
