package dev.rapport.cli.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** One logger; all write to {@link JsonLines}. */
final class JsonLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;

  JsonLogger(String name) {
    this.name = name;
  }

  @Override
  public boolean isTraceEnabled() {
    return JsonLines.isOn(name, Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return JsonLines.isOn(name, Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return JsonLines.isOn(name, Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return JsonLines.isOn(name, Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return JsonLines.isOn(name, Level.ERROR);
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      @Nullable String pattern,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    @Nullable String message = MessageFormatter.basicArrayFormat(pattern, arguments);
    JsonLines.write(name, level, message == null ? "" : message, thrown);
  }
}
