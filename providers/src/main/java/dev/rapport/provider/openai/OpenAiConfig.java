package dev.rapport.provider.openai;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * @param baseUrl where {@code /chat/completions} hangs, without a slash at the end
 * @param model the name sent
 * @param apiKey sent as bearer token, unless none
 * @param keyOverPlainHttp whether the key may leave this machine unencrypted
 * @param dialect which sampling fields the model takes
 * @param timeouts of one attempt
 * @param maxReplyBytes longest reply body read, 1 KiB or more
 * @param headers further headers, such as OpenAI-Organization
 * @param extra further fields at the top of every request body; a request's own win
 */
public record OpenAiConfig(
    URI baseUrl,
    String model,
    ApiKey apiKey,
    boolean keyOverPlainHttp,
    Dialect dialect,
    Timeouts timeouts,
    int maxReplyBytes,
    SequencedMap<String, String> headers,
    SequencedMap<String, Object> extra) {
  public static final int DEFAULT_MAX_REPLY_BYTES = 8 * 1024 * 1024;

  public OpenAiConfig {
    if (model.isBlank()) {
      throw new IllegalArgumentException("model name is empty; write URL#NAME");
    }
    if (maxReplyBytes < 1024) {
      throw new IllegalArgumentException(
          "max-reply-bytes %d must be at least 1024".formatted(maxReplyBytes));
    }
    if (!apiKey.isNone() && !keyOverPlainHttp && !BaseUrl.isPrivate(baseUrl)) {
      throw new IllegalArgumentException(
          "%s is not encrypted and not this machine, so the api key is not sent there; use https, or set RAPPORT_ALLOW_PLAIN_KEY=true"
              .formatted(baseUrl));
    }
    headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
    extra = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(extra));
    RequestBody.checkExtra(extra);
  }

  /** No key, defaults for the rest. The URL may lack {@code /v1}. */
  public static OpenAiConfig of(String url, String model) {
    return new OpenAiConfig(
        BaseUrl.parse(url),
        model,
        ApiKey.NONE,
        false,
        Dialect.STANDARD,
        Timeouts.DEFAULT,
        DEFAULT_MAX_REPLY_BYTES,
        new LinkedHashMap<>(),
        new LinkedHashMap<>());
  }

  public OpenAiConfig withApiKey(ApiKey value) {
    return withApiKey(value, keyOverPlainHttp);
  }

  /** As {@link #withApiKey(ApiKey)}; {@code plain} lets it leave this machine unencrypted. */
  public OpenAiConfig withApiKey(ApiKey value, boolean plain) {
    return new OpenAiConfig(
        baseUrl, model, value, plain, dialect, timeouts, maxReplyBytes, headers, extra);
  }

  public OpenAiConfig withDialect(Dialect value) {
    return new OpenAiConfig(
        baseUrl, model, apiKey, keyOverPlainHttp, value, timeouts, maxReplyBytes, headers, extra);
  }

  public OpenAiConfig withTimeouts(Timeouts value) {
    return new OpenAiConfig(
        baseUrl, model, apiKey, keyOverPlainHttp, dialect, value, maxReplyBytes, headers, extra);
  }

  public OpenAiConfig withMaxReplyBytes(int value) {
    return new OpenAiConfig(
        baseUrl, model, apiKey, keyOverPlainHttp, dialect, timeouts, value, headers, extra);
  }

  public OpenAiConfig withHeaders(Map<String, String> value) {
    return new OpenAiConfig(
        baseUrl,
        model,
        apiKey,
        keyOverPlainHttp,
        dialect,
        timeouts,
        maxReplyBytes,
        new LinkedHashMap<>(value),
        extra);
  }

  public OpenAiConfig withExtra(Map<String, Object> value) {
    return new OpenAiConfig(
        baseUrl,
        model,
        apiKey,
        keyOverPlainHttp,
        dialect,
        timeouts,
        maxReplyBytes,
        headers,
        new LinkedHashMap<>(value));
  }
}
