package io.broadsheet;

/** Starts Broadsheet. */
public final class Broadsheet {
  private Broadsheet() {}

  /** Runs the command named by the arguments. */
  public static void main(String[] args) {
    System.out.println(String.join(" ", args));
  }
}
