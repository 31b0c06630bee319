package dev.rapport.local.answer;

/** Who speaks in a text: each has ways of its own, which say nothing of what is meant. */
enum Voice {
  LINE,
  QUERY,
  OPTION
}
