package dev.rapport.server.web;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a test a {@link Site}: a served memory of the sample's people and a browser in front of it.
 * One Chromium serves all tests. Without one the tests fail, and say how to get it.
 */
final class Browsing
    implements BeforeAllCallback, AfterEachCallback, ParameterResolver, ExecutionCondition {
  private static final Namespace HERE = Namespace.create(Browsing.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return System.getProperty(Chromium.PROPERTY, "").equals("none")
        ? ConditionEvaluationResult.disabled("-D" + Chromium.PROPERTY + "=none")
        : ConditionEvaluationResult.enabled("");
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    browser(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Site.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Site site = new Site(browser(context), SampleStore.copy());
    opened(context).add(site);
    return site;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    opened(context).forEach(Site::close);
    opened(context).clear();
  }

  private static Chromium browser(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
  }

  @SuppressWarnings("unchecked")
  private static List<Site> opened(ExtensionContext context) {
    Store store = context.getStore(HERE);
    return store.computeIfAbsent("sites", key -> new ArrayList<Site>(), List.class);
  }
}
