package dojo;

import java.util.List;

/** The line of rooms: each imports only rooms before it. */
final class Rooms {
  static final List<String> ALL =
      List.of(
          "random",
          "tensor",
          "nn",
          "dropout",
          "optim",
          "data",
          "words",
          "machine",
          "train",
          "experiment",
          "plot",
          "kata",
          "expect",
          "practice",
          "lab",
          "book",
          "grade",
          "report",
          "release",
          "cli");

  private Rooms() {}

  /** The rooms from one to another, both included. */
  static List<String> from(String first, String last) {
    return ALL.subList(ALL.indexOf(first), ALL.indexOf(last) + 1);
  }
}
