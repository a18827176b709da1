package dojo.kata;

import java.util.ArrayList;
import java.util.List;

/**
 * A classic mistake, kept as what differs from the solution.
 *
 * @param id the name of its diagnosis, for example {@code NO_SCALE}
 * @param description what is wrong, in a few words
 * @param changes the places of the solution that it changes
 * @param file where it is told, for example {@code solutions/kata03/mistakes.diff}
 */
public record Mistake(String id, String description, List<Change> changes, String file) {

  /**
   * Keeps a copy of the changes.
   *
   * @param id the name of its diagnosis
   * @param description what is wrong, in a few words
   * @param changes the places of the solution that it changes
   * @param file where it is told
   */
  public Mistake {
    changes = List.copyOf(changes);
  }

  /**
   * Derives the wrong class from the right one.
   *
   * @param solution the right one
   * @return the text of a class
   * @throws KataFileException if a change does not fit the solution
   */
  public String in(Solution solution) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (Change.Place place : places(solution)) {
      if (place.from() < from) {
        throw broken("changes-overlap", place.change(), solution);
      }
      lines.addAll(solution.lines().subList(from, place.from()));
      lines.addAll(place.lines());
      from = place.to();
    }
    lines.addAll(solution.lines().subList(from, solution.lines().size()));
    return String.join("\n", lines);
  }

  private List<Change.Place> places(Solution solution) {
    if (changes.isEmpty()) {
      throw new KataFileException("mistake-without-change", file, id);
    }
    List<Change.Place> places = new ArrayList<>();
    for (Change change : changes) {
      if (change.isIdle()) {
        throw broken("change-of-nothing", change, solution);
      }
      List<Change.Place> found = change.placesIn(solution);
      if (found.size() != 1) {
        String key =
            change.isWholeAnswer()
                ? "not-one-answer"
                : found.isEmpty() ? "lines-not-found" : "lines-found-twice";
        throw broken(key, change, solution);
      }
      places.add(found.get(0));
    }
    places.sort((one, other) -> Integer.compare(one.from(), other.from()));
    return places;
  }

  private KataFileException broken(String key, Change change, Solution solution) {
    return new KataFileException(key, file, id, change.firstMissing(solution), solution.name());
  }
}
