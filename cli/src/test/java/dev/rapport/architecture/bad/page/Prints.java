package dev.rapport.architecture.bad.page;

/** Core that prints. */
public final class Prints {
  public void print() {
    System.out.println("page");
  }
}
