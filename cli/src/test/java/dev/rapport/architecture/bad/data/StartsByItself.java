package dev.rapport.architecture.bad.data;

/** A second front door. */
public final class StartsByItself {
  public static void main(String[] args) {
    System.exit(args.length);
  }
}
