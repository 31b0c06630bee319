package dev.rapport.example.spring;

import dev.rapport.spring.RapportAdvisor;
import java.util.Objects;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.stereotype.Component;

/** What the application offers. The starter has put the advisor into the builder. */
@Component
final class Cook {
  private final ChatClient client;

  Cook(ChatClient.Builder builder) {
    this.client = builder.defaultSystem("You are a cook.").build();
  }

  String ask(String user, String words) {
    String reply =
        client
            .prompt(words)
            .advisors(advisors -> advisors.param(RapportAdvisor.USER, user))
            .call()
            .content();
    return Objects.requireNonNullElse(reply, "");
  }
}
