package dojo.grade;

/** How well the process of a student's class is shut in. */
public enum Tier {
  /**
   * A process of its own, with no class of the kit but a small worker: nothing that it answers
   * makes a red test green. But it runs as the user who grades: it can read what this user can,
   * solutions included, use the network, and end or disturb this user's other programs.
   */
  A,
  /**
   * Beside this, a user of its own that owns nothing, a limit for processes and files, and its own
   * view of the network, of processes and of folders.
   */
  B,
  /**
   * Beside this, a file system of its own that holds nothing but the system's programs, Java and
   * the worker.
   */
  C
}
