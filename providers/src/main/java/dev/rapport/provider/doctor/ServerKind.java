package dev.rapport.provider.doctor;

/** Which server answers, told by its own marks rather than by its port. */
public enum ServerKind {
  OLLAMA("Ollama", "ollama", 11434),
  LLAMACPP("llama.cpp server", "llamacpp", 8080),
  LMSTUDIO("LM Studio", "lmstudio", 1234),
  VLLM("vLLM", "vllm", 8000),
  /** Speaks the protocol and shows no mark. */
  OTHER("an OpenAI-compatible server", "", 0);

  private final String title;
  private final String prefix;
  private final int usualPort;

  ServerKind(String title, String prefix, int usualPort) {
    this.title = title;
    this.prefix = prefix;
    this.usualPort = usualPort;
  }

  public String title() {
    return title;
  }

  /** The prefix of its model addresses; empty when it has none. */
  public String prefix() {
    return prefix;
  }

  /** 0 when it has none. */
  public int usualPort() {
    return usualPort;
  }
}
