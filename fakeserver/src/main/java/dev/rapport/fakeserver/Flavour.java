package dev.rapport.fakeserver;

/** Which server the fake passes for, where they differ. */
public enum Flavour {
  OPENAI("openai"),
  OLLAMA("library"),
  LLAMACPP("llamacpp"),
  LMSTUDIO("organization_owner"),
  VLLM("vllm");

  private final String owner;

  Flavour(String owner) {
    this.owner = owner;
  }

  /** Who owns the models, in the words of its model list. */
  String owner() {
    return owner;
  }
}
