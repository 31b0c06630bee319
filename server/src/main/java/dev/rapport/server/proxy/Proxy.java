package dev.rapport.server.proxy;

import dev.rapport.server.Hosted;
import dev.rapport.server.Routes;
import dev.rapport.server.problem.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code /openai/v1}: any OpenAI client points its base URL here and names the person. A chat
 * request gains the person's page, fenced as data, and what was said is observed; every other byte
 * passes as it is, in both directions. Without a person, or without a working memory, all of them
 * do.
 */
public final class Proxy implements Routes {
  private static final String ROOT = "/openai/v1";

  private final ProxyConfig config;
  private final MemoryDesk desk;
  private final Upstream upstream;
  private final Forwarding forwarding;
  private final ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();
  private final Memories memories;
  private final Listening listening;

  private Proxy(ProxyConfig config, MemoryDesk desk, InstantSource clock) {
    this.config = config;
    this.desk = desk;
    this.upstream = new Upstream(config.upstream());
    this.forwarding = new Forwarding(new Credentials(config.upstreamKey(), desk));
    this.memories = new Memories(new Notes(lookups, config.patience()));
    this.listening = new Listening(clock, config.mostReplyBytes());
  }

  /** For the callers, the people and the keys of a server. */
  public static Proxy of(ProxyConfig config, Hosted hosted) {
    return over(config, new HostedDesk(hosted), hosted.rapport().clock());
  }

  /**
   * @param clock dates what is observed
   */
  static Proxy over(ProxyConfig config, MemoryDesk desk, InstantSource clock) {
    return new Proxy(config, desk, clock);
  }

  @Override
  public void add(RoutesConfig routes) {
    Handler plain = context -> answer(context, this::plain);
    routes.post(ROOT + "/chat/completions", context -> answer(context, this::chat));
    routes.get(ROOT + "/*", plain);
    routes.post(ROOT + "/*", plain);
    routes.put(ROOT + "/*", plain);
    routes.patch(ROOT + "/*", plain);
    routes.delete(ROOT + "/*", plain);
  }

  /** Forwards a request of somebody who was let in. */
  private interface Work {
    void of(Context context, Visitor visitor) throws IOException;
  }

  private void answer(Context context, Work work) throws IOException {
    try {
      work.of(context, desk.admit(context));
    } catch (Problem problem) {
      UpstreamFailure.refuse(context, problem);
    }
  }

  private void chat(Context context, Visitor visitor) throws IOException {
    Incoming body = Incoming.read(context, config.mostBodyBytes());
    Memories.Part part = memories.of(context, visitor, body);
    if (!part.told().isEmpty()) {
      context.header(ProxyHeaders.MEMORY, part.told());
    }
    BodyPublisher sent =
        part.splice().map(splice -> splice.publisher(body.head())).orElseGet(body::publisher);
    boolean listens = part.hearer().flatMap(Memories.Hearer::asked).isPresent();
    Heard heard = relay(context, sent, listens);
    String conversation = Optional.ofNullable(context.header(ProxyHeaders.CONVERSATION)).orElse("");
    part.hearer().ifPresent(hearer -> listening.after(hearer, conversation, heard));
  }

  private void plain(Context context, Visitor visitor) throws IOException {
    relay(context, Incoming.read(context, config.mostBodyBytes()).publisher(), false);
  }

  private Heard relay(Context context, BodyPublisher body, boolean listens) {
    HttpResponse<InputStream> reply;
    try {
      reply =
          upstream.send(
              context.req().getMethod(),
              Forwarding.target(context, ROOT),
              forwarding.headers(context, listens),
              body);
    } catch (IOException e) {
      UpstreamFailure.answer(context, e);
      return new Heard.Nothing();
    } catch (IllegalArgumentException e) {
      UpstreamFailure.refuse(context);
      return new Heard.Nothing();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Heard.Nothing();
    }
    Relay relay = new Relay(context.res(), listens ? config.mostReplyBytes() : 0);
    relay.head(reply);
    try {
      relay.body(reply.body());
      return relay.heard(reply);
    } catch (IOException brokenOff) {
      UpstreamFailure.breakOff(context);
      return new Heard.Nothing();
    }
  }

  @Override
  public void close() {
    listening.close();
    lookups.shutdownNow();
    upstream.close();
  }
}
