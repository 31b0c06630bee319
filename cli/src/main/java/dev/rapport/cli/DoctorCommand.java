package dev.rapport.cli;

import dev.rapport.provider.doctor.ProbeReport;
import dev.rapport.provider.doctor.ServerProbe;
import dev.rapport.tokens.TokenCounters;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** Tells what is there and what to do about what is not. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the JDK, the store, the tokenizers, and which model servers answer on this machine"
          + " (Ollama, llama.cpp, LM Studio, vLLM) or are named by OPENAI_BASE_URL."
    },
    footer = {"", "Example:", "  rapport doctor"})
final class DoctorCommand extends Session {
  private static final String SAMPLE = "Prefers tea to coffee.";

  DoctorCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("jdk", "%s (%s)".formatted(Runtime.version(), System.getProperty("java.home", "?")));
    found.put(
        "store", "%s: %d people".formatted(settings().store(), workspace.store().people().size()));
    for (String name : TokenCounters.names()) {
      found.put(
          "tokenizer " + name, TokenCounters.named(name).count(SAMPLE) + " tokens in a sample");
    }
    found.put("model", settings().model());
    found.put("answer model", settings().answerModel());
    ProbeReport servers = probe();
    if (json()) {
      found.put("servers", servers.findings().stream().map(finding -> finding.describe()).toList());
      found.put("usable", servers.addresses());
      printJson(found);
      return DONE;
    }
    found.forEach((what, state) -> print("%-18s %s".formatted(what, state)));
    print("");
    servers.describe().forEach(this::print);
    return DONE;
  }

  private ProbeReport probe() {
    try {
      return ServerProbe.ofUsualPorts(terminal().environment()).look();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedException("interrupted while looking for model servers");
    }
  }
}
