package dev.rapport.spring;

import dev.rapport.runtime.RapportConfig;
import dev.rapport.runtime.Writing;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The memory of an application.
 *
 * @param enabled whether there is a memory at all
 * @param store the file that holds everything; made if need be
 * @param tokenizer what a page's tokens are counted with: o200k or qwen3
 * @param capTokens most tokens of a page
 * @param chunkTokens most tokens of conversation folded into a page at a time
 * @param writer who writes the pages: the built-in engine, or the application's chat model
 * @param writing how a chat model writes: line by line, or the whole page anew
 * @param learn whether this process learns in the background what it was told
 * @param quiet how long after a person's last words what is left of them is learned too
 * @param advise whether every ChatClient.Builder of the application has the advisor
 */
@ConfigurationProperties("rapport")
public record RapportProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("rapport.db") Path store,
    @DefaultValue("o200k") String tokenizer,
    @DefaultValue("2048") int capTokens,
    @DefaultValue("5000") int chunkTokens,
    @DefaultValue("built-in") Writer writer,
    @DefaultValue("patch") Writing writing,
    @DefaultValue("true") boolean learn,
    @DefaultValue("10m") Duration quiet,
    @DefaultValue("true") boolean advise) {

  /** Who writes the pages. */
  public enum Writer {
    /** No model at all. */
    BUILT_IN,
    /** The application's chat model. */
    CHAT_MODEL
  }

  RapportConfig config() {
    RapportConfig usual = RapportConfig.DEFAULT;
    return new RapportConfig(
        tokenizer, capTokens, chunkTokens, writing, usual.prices(), usual.privacy());
  }
}
