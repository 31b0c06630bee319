package dev.rapport.demo;

import dev.rapport.data.sample.AskedQuestion;
import dev.rapport.memory.Choice;

/**
 * One question and what an answerer made of it.
 *
 * @param persona whose question it is
 * @param twin whether it was asked over a counterfactual history
 */
public record Answered(
    String persona, Category category, boolean twin, AskedQuestion question, Choice choice) {
  /** Whether the option chosen is the right one; a reply without an option is not. */
  public boolean isRight() {
    return choice instanceof Choice.Chosen chosen && chosen.option() == question.gold();
  }
}
