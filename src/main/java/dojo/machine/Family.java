package dojo.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * A process and all that it has started. When a process has gone its children can no longer be
 * found, so they are remembered while it lives.
 */
final class Family {
  private final ProcessHandle parent;
  private final Predicate<ProcessHandle> belongs;
  private final Set<ProcessHandle> descendants = ConcurrentHashMap.newKeySet();

  /** Makes the family of a process, to which those of its descendants belong that are chosen. */
  Family(ProcessHandle parent, Predicate<ProcessHandle> belongs) {
    this.parent = parent;
    this.belongs = belongs;
  }

  /** Remembers the descendants that live now. */
  void remember() {
    parent.descendants().filter(belongs).forEach(descendants::add);
    descendants.removeIf(handle -> !handle.isAlive());
  }

  /** Kills the parent, then what it has left. */
  void kill() {
    kill(parent);
    descendants.forEach(this::kill);
  }

  /** Kills a process, then what it had started by then: in this order it can start nothing more. */
  private void kill(ProcessHandle handle) {
    List<ProcessHandle> children = new ArrayList<>(handle.children().filter(belongs).toList());
    handle.destroyForcibly();
    children.forEach(this::kill);
  }
}
