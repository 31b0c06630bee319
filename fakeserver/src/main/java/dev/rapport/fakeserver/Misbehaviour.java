package dev.rapport.fakeserver;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The ways real servers go wrong, by name. */
public final class Misbehaviour {
  private Misbehaviour() {}

  /** 429 that says when to come back, in seconds. */
  public static Behaviour rateLimited(Duration retryAfter) {
    return rateLimited(Map.of("Retry-After", Long.toString(retryAfter.toSeconds())));
  }

  /** 429 that says when to come back, as an HTTP date. */
  public static Behaviour rateLimitedUntil(ZonedDateTime moment) {
    String date =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .format(moment.withZoneSameInstant(ZoneOffset.UTC));
    return rateLimited(Map.of("Retry-After", date));
  }

  /** 429 that says nothing about when. */
  public static Behaviour rateLimited() {
    return rateLimited(Map.of());
  }

  public static Behaviour rateLimited(Map<String, String> headers) {
    return new Behaviour.Refuse(
        429, "Rate limit reached for requests", "requests", "rate_limit_exceeded", headers);
  }

  /** 429 that no waiting mends. */
  public static Behaviour quotaSpent() {
    return new Behaviour.Refuse(
        429,
        "You exceeded your current quota, please check your plan and billing details.",
        "insufficient_quota",
        "insufficient_quota",
        Map.of());
  }

  public static Behaviour serverError() {
    return new Behaviour.Refuse(
        500, "The server had an error while processing your request", "server_error", "", Map.of());
  }

  public static Behaviour overloaded() {
    return new Behaviour.Refuse(
        503, "The engine is currently overloaded", "server_error", "", Map.of());
  }

  public static Behaviour overloaded(Duration retryAfter) {
    return new Behaviour.Refuse(
        503,
        "The engine is currently overloaded",
        "server_error",
        "",
        Map.of("Retry-After", Long.toString(retryAfter.toSeconds())));
  }

  public static Behaviour modelNotFound(String model) {
    return new Behaviour.Refuse(
        404,
        "The model `%s` does not exist or you do not have access to it.".formatted(model),
        "invalid_request_error",
        "model_not_found",
        Map.of());
  }

  /** A stream that ends without a finish reason. */
  public static Behaviour halfStream(Answer answer, int pieces) {
    return new Behaviour.HalfStream(answer, pieces, Behaviour.Ending.CLOSE);
  }

  public static Behaviour reset() {
    return new Behaviour.Reset();
  }

  public static Behaviour hang() {
    return new Behaviour.Hang();
  }

  /** One event at a time, with a wait before each. */
  public static Behaviour drip(Answer answer, Duration between) {
    return new Behaviour.Say(answer.withSse(answer.sse().withBetween(between)));
  }

  public static Behaviour endless() {
    return new Behaviour.Endless("again and again ");
  }

  public static Behaviour invalidJson() {
    return new Behaviour.Verbatim(200, "application/json", "{\"choices\": [{\"message\": {\"con");
  }

  /** A proxy's page where the answer should be. */
  public static Behaviour htmlPage() {
    return new Behaviour.Verbatim(
        200, "text/html", "<!DOCTYPE html>\n<html><title>Welcome</title><p>Sign in</p></html>");
  }

  public static Behaviour emptyBody() {
    return new Behaviour.Verbatim(200, "application/json", "");
  }

  public static Behaviour emptyContent() {
    return new Behaviour.Say(Answer.of(""));
  }

  /** A whole answer whose content is null. */
  public static Behaviour nullContent() {
    return json(
        """
        {"object": "chat.completion", "model": "fake", "choices": [{"index": 0,
         "message": {"role": "assistant", "content": null}, "finish_reason": "stop"}]}\
        """);
  }

  /** A whole answer that calls itself plain text. */
  public static Behaviour wrongContentType(String text) {
    return new Behaviour.Verbatim(
        200,
        "text/plain",
        """
        {"model": "fake", "choices": [{"index": 0,
         "message": {"role": "assistant", "content": "%s"}, "finish_reason": "stop"}]}\
        """
            .formatted(text));
  }

  /** An error object under status 200, as gateways send. */
  public static Behaviour errorWithStatus200(int code) {
    return json(
        "{\"error\": {\"message\": \"Provider returned error\", \"code\": %d}}".formatted(code));
  }

  /** A body of about so many bytes, all white space but the end. */
  public static Behaviour hugeBody(int bytes) {
    return json(" ".repeat(bytes) + "{}");
  }

  /** Fluent, friendly, and in a language nobody asked for. */
  public static Behaviour wrongLanguage() {
    return new Behaviour.Say(Answer.of("当然可以！以下是我为您整理的内容。"));
  }

  private static Behaviour json(String body) {
    return new Behaviour.Verbatim(200, "application/json", body);
  }
}
