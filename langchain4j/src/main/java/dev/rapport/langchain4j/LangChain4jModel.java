package dev.rapport.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.rapport.model.ChatReply;
import dev.rapport.model.ChatRequest;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelException;

/**
 * Any chat model of LangChain4j as a {@link LanguageModel}: to write pages with, or to answer.
 *
 * <p>Retries, limits and the ledger are laid around it, so build the model without retries of its
 * own ({@code maxRetries(0)}). LangChain4j has no common parameter for a seed or a provider's own
 * fields: give them with a {@link Shaping}. Safe for several threads where the model is.
 */
public final class LangChain4jModel implements LanguageModel {
  private final ChatModel model;
  private final String name;
  private final Shaping shaping;

  private LangChain4jModel(ChatModel model, String name, Shaping shaping) {
    this.model = model;
    this.name = name;
    this.shaping = shaping;
  }

  /**
   * @param name stored with what the model wrote, and looked up in price lists
   */
  public static LangChain4jModel of(ChatModel model, String name) {
    return new LangChain4jModel(model, name, Shaping.NONE);
  }

  public LangChain4jModel shapedBy(Shaping chosen) {
    return new LangChain4jModel(model, name, chosen);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ChatReply chat(ChatRequest request) {
    try {
      return Translation.reply(model.chat(Translation.request(request, shaping)), name);
    } catch (ModelException e) {
      throw e;
    } catch (RuntimeException e) {
      // Models throw whatever their clients throw.
      throw Refusals.translate(name, e);
    }
  }
}
