package dojo.expect;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Numbers that students compute from row and column for a draw, and that several elements share.
 */
final class Collisions {
  private static final int LARGEST_STRIDE = 64;

  private static final List<IntBinaryOperator> FORMS =
      Stream.concat(
              IntStream.rangeClosed(1, LARGEST_STRIDE).boxed().flatMap(Collisions::strides),
              Stream.<IntBinaryOperator>of(
                  (i, j) -> i * j,
                  (i, j) -> (i + 1) * (j + 1),
                  (i, j) -> i ^ j,
                  (i, j) -> Math.abs(i - j),
                  (i, j) -> i * i + j * j))
          .toList();

  private Collisions() {}

  private static Stream<IntBinaryOperator> strides(int stride) {
    return Stream.of((i, j) -> i * stride + j, (i, j) -> i + j * stride);
  }

  /** Whether exactly those elements share a draw for which one of the numbers is the same. */
  static boolean explain(Signatures signatures, List<List<Integer>> places) {
    return places.stream().allMatch(place -> place.size() == 2)
        && FORMS.stream()
            .anyMatch(
                form ->
                    signatures.areSharedBy(
                        n -> form.applyAsInt(places.get(n).get(0), places.get(n).get(1))));
  }
}
