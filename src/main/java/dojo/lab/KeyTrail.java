package dojo.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the random numbers behind a cell can come from. Randomness is an argument in the kit, so
 * the code tells: what a cell computes rests on the statements that made the variables it uses, and
 * on those that made theirs, up to the calls that make a key.
 *
 * <p>A key that is named may still make no difference to a number; one that is not named makes
 * none.
 *
 * @param keys what makes a key, or another source of randomness, as it is written, in the order of
 *     the notebook
 * @param experiment whether an experiment is among it, which runs under the keys of its seeds
 * @param random whether any source of randomness is among it
 */
public record KeyTrail(List<String> keys, boolean experiment, boolean random) {
  private static final Set<String> SOURCES =
      Set.of("RandomKey", "Experiment", "Random", "SplittableRandom", "ThreadLocalRandom");

  /**
   * Follows the code of a notebook.
   *
   * @param notebook the notebook, executed or not
   * @return the trail of each of its cells with code, by name; none if its code cannot be read
   */
  public static Map<String, KeyTrail> of(Notebook notebook) {
    List<CellStatement> statements = CellStatement.of(notebook);
    Map<String, Set<Integer>> behind = new LinkedHashMap<>(); // each variable and method
    Map<String, Set<Integer>> cells = new LinkedHashMap<>();
    Set<String> holders = new HashSet<>();
    for (int i = 0; i < statements.size(); i++) {
      NamesInCode names = statements.get(i).names();
      Set<Integer> all = new LinkedHashSet<>(Set.of(i));
      names.used().forEach(name -> all.addAll(behind.getOrDefault(name, Set.of())));
      holders.addAll(names.holders());
      List<String> made = new ArrayList<>(names.changed());
      names.used().stream().filter(holders::contains).forEach(made::add);
      made.forEach(name -> behind.computeIfPresent(name, (same, before) -> joined(before, all)));
      names.declared().forEach(name -> behind.put(name, new LinkedHashSet<>(all)));
      cells.computeIfAbsent(statements.get(i).cell(), cell -> new LinkedHashSet<>()).addAll(all);
    }
    Map<String, KeyTrail> trails = new LinkedHashMap<>();
    cells.forEach(
        (cell, all) ->
            trails.put(
                cell, trail(all.stream().sorted().map(i -> statements.get(i).names()).toList())));
    return trails;
  }

  private static Set<Integer> joined(Set<Integer> some, Set<Integer> others) {
    Set<Integer> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static KeyTrail trail(List<NamesInCode> statements) {
    Set<String> keys = new LinkedHashSet<>();
    Set<String> used = new HashSet<>();
    statements.forEach(
        names -> {
          keys.addAll(names.keys());
          used.addAll(names.used());
        });
    boolean random = used.stream().anyMatch(SOURCES::contains);
    return new KeyTrail(List.copyOf(keys), used.contains("Experiment"), random);
  }
}
