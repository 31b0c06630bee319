package dev.rapport.spring;

import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelException;
import java.util.Objects;
import org.springframework.ai.chat.model.ChatModel;

/**
 * Any chat model of Spring AI as a {@link LanguageModel}: to write pages with, or to answer.
 *
 * <p>Retries, limits and the ledger are laid around it, so configure the model without retries of
 * its own. Spring AI has no common option for a seed, a JSON schema or a provider's own fields:
 * give them with a {@link Shaping}. Safe for several threads where the model is.
 */
public final class SpringAiModel implements LanguageModel {
  private final ChatModel model;
  private final String name;
  private final Shaping shaping;

  private SpringAiModel(ChatModel model, String name, Shaping shaping) {
    this.model = model;
    this.name = name;
    this.shaping = shaping;
  }

  /** Under the name its options give, or its type's where they give none. */
  public static SpringAiModel of(ChatModel model) {
    String type = model.getClass().getSimpleName();
    return of(model, Objects.requireNonNullElse(model.getOptions().getModel(), type));
  }

  /**
   * @param name stored with what the model wrote, and looked up in price lists
   */
  public static SpringAiModel of(ChatModel model, String name) {
    return new SpringAiModel(model, name, Shaping.NONE);
  }

  public SpringAiModel shapedBy(Shaping chosen) {
    return new SpringAiModel(model, name, chosen);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ChatReply chat(ChatRequest request) {
    try {
      var options = shaping.shape(request, Translation.options(request, model.getOptions()));
      return Translation.reply(model.call(Translation.prompt(request, options)), name);
    } catch (ModelException e) {
      throw e;
    } catch (RuntimeException e) {
      // Models throw whatever their clients throw.
      throw Refusals.translate(name, e);
    }
  }
}
