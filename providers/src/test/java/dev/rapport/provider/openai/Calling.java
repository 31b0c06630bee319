package dev.rapport.provider.openai;

import dev.rapport.fakeserver.FakeServer;
import dev.rapport.model.ChatMessage;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.ReplyListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What the tests of the client share: a request, short time-outs, and a listener that notes. */
final class Calling {
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  static final ChatRequest REQUEST =
      ChatRequest.of(
          List.of(ChatMessage.system("Be brief."), ChatMessage.user("My cough is zanzibar red.")),
          100);
  static final Timeouts SHORT =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(9));

  private Calling() {}

  static OpenAiConfig config(FakeServer server) {
    return OpenAiConfig.of(server.baseUrl().toString(), "fake").withTimeouts(SHORT);
  }

  static OpenAiModel model(FakeServer server) {
    return model(config(server));
  }

  static OpenAiModel model(OpenAiConfig config) {
    return OpenAiModel.of(config, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Time-outs of which only the one for the first byte is short. */
  static Timeouts firstByte(Duration time) {
    return new Timeouts(SHORT.connect(), time, SHORT.betweenBytes(), SHORT.total());
  }

  static Timeouts betweenBytes(Duration time) {
    return new Timeouts(SHORT.connect(), SHORT.firstByte(), time, SHORT.total());
  }

  static Timeouts total(Duration time) {
    return new Timeouts(SHORT.connect(), SHORT.firstByte(), SHORT.betweenBytes(), time);
  }

  /** Notes what it is told. */
  static final class Notes implements ReplyListener {
    final List<String> text = new ArrayList<>();
    final List<String> thinking = new ArrayList<>();

    @Override
    public void onText(String piece) {
      text.add(piece);
    }

    @Override
    public void onThinking(String piece) {
      thinking.add(piece);
    }
  }
}
