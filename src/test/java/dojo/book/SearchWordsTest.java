package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

  @Test
  void a_file_has_three_parts() {
    assertEquals(
        new SearchWords(
            List.of(List.of("a b", "c"), List.of("d", "e")),
            List.of("the", "of", "is"),
            List.of(List.of("ies", "y"), List.of("s", ""))),
        SearchWords.of("== same\na b, c\n\nd, e\n== over\nthe, of\nis\n== ends\nies, y\ns,\n"));
  }

  @Test
  void no_name_of_the_committed_file_stands_in_two_groups_or_alone() {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new TreeSet<>();
    for (List<String> group : SearchWords.in(Locale.ENGLISH).same()) {
      group.stream().filter(name -> !seen.add(name) || group.size() < 2).forEach(twice::add);
    }
    assertEquals(Set.of(), twice);
  }

  @Test
  void every_end_of_the_committed_file_has_what_stands_for_it_and_can_be_reached() {
    List<String> unreached = new java.util.ArrayList<>();
    List<List<String>> ends = SearchWords.in(Locale.ENGLISH).endings();
    for (int i = 0; i < ends.size(); i++) {
      String end = ends.get(i).get(0);
      assertEquals(2, ends.get(i).size(), end);
      ends.subList(0, i).stream()
          .map(earlier -> earlier.get(0))
          .filter(end::endsWith)
          .forEach(earlier -> unreached.add(end + " comes after " + earlier));
    }
    assertEquals(List.of(), unreached);
  }
}
