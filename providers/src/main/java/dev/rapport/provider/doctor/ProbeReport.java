package dev.rapport.provider.doctor;

import java.util.ArrayList;
import java.util.List;

/** What was found at all places, in the order looked for. */
public record ProbeReport(List<Finding> findings) {
  private static final List<String> HOW_TO_START =
      List.of(
          "no model server found; Rapport works without one (--model none). To start one:",
          "  Ollama:     curl -fsSL https://ollama.com/install.sh | sh && ollama pull qwen3:4b",
          "              then --model ollama:qwen3:4b",
          "  llama.cpp:  llama-server -hf Qwen/Qwen3-4B-GGUF:Q4_K_M --port 8080 -c 16384",
          "              then --model llamacpp",
          "  OpenAI:     export OPENAI_API_KEY=<your key>",
          "              then --model openai:gpt-4o-mini");

  public ProbeReport {
    findings = List.copyOf(findings);
  }

  /** Every {@code --model} that can be used right now. */
  public List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding instanceof Finding.Server server) {
        addresses.addAll(server.addresses());
      }
    }
    return addresses;
  }

  /** For a person: a line per place, and three ways to start a server when none can be used. */
  public List<String> describe() {
    List<String> lines = new ArrayList<>(findings.stream().map(Finding::describe).toList());
    if (addresses().isEmpty()) {
      lines.addAll(HOW_TO_START);
    }
    return lines;
  }
}
