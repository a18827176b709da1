package dojo.grade;

/** How well the process of a student's class is shut in. */
public enum Tier {
  /**
   * A process of its own, with no class of the kit but a small worker: what it does cannot change a
   * verdict. It can read what its user can, and use the network.
   */
  A,
  /**
   * Beside this, a user of its own that owns nothing, a limit for processes and files, and its own
   * view of the network, of processes and of folders.
   */
  B,
  /** Beside this, a file system of its own that holds nothing but Java and the worker. */
  C
}
