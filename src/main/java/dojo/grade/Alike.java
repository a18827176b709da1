package dojo.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two submissions whose answers to a kata are alike, as a comparison of the class has found.
 *
 * @param kata the kata, for example {@code kata03}
 * @param one the name of the one submission
 * @param other the name of the other
 * @param similarity how much of the one is in the other, from 0 to 1
 */
public record Alike(String kata, String one, String other, double similarity) {

  /** Reads a table of pairs; a row that is none is passed over, for it decides nothing. */
  static List<Alike> in(Csv table) {
    List<Alike> all = new ArrayList<>();
    for (Map<String, String> row : table.rows()) {
      String share = row.getOrDefault("similarity", "");
      if (share.matches("[01](?:\\.\\d+)?")) {
        all.add(
            new Alike(
                row.getOrDefault("kata", ""),
                Csv.unmarked(row.getOrDefault("a", "")),
                Csv.unmarked(row.getOrDefault("b", "")),
                Double.parseDouble(share)));
      }
    }
    return all;
  }
}
