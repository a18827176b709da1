package dojo.expect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * For each element of an array, under which keys it is zero: elements that share a draw have one
 * signature.
 *
 * @param elements a signature for each element, in reading order
 */
record Signatures(List<BitSet> elements) {

  /** Two elements with one signature. */
  record Pair(int one, int other) {}

  static Signatures of(List<Outcome> outcomes, int size) {
    List<BitSet> elements = new ArrayList<>();
    IntStream.range(0, size).forEach(i -> elements.add(new BitSet(outcomes.size())));
    for (int k = 0; k < outcomes.size(); k++) {
      BitSet zeros = outcomes.get(k).zeros();
      for (int i = zeros.nextSetBit(0); i >= 0 && i < size; i = zeros.nextSetBit(i + 1)) {
        elements.get(i).set(k);
      }
    }
    return new Signatures(elements);
  }

  /** The first element that is zero under none of so many keys, or under all. */
  OptionalInt firstFixed(int keys) {
    return IntStream.range(0, elements.size())
        .filter(i -> elements.get(i).isEmpty() || elements.get(i).cardinality() == keys)
        .findFirst();
  }

  /** The first element that falls like one before it under every key, and that one. */
  Optional<Pair> firstShared() {
    Map<BitSet, Integer> owners = new HashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      Integer owner = owners.putIfAbsent(elements.get(i), i);
      if (owner != null) {
        return Optional.of(new Pair(owner, i));
      }
    }
    return Optional.empty();
  }

  /** Whether draws are shared, and exactly by those elements for which a number is the same. */
  boolean areSharedBy(IntFunction<Integer> number) {
    Map<BitSet, Integer> numbers = new HashMap<>();
    Map<Integer, BitSet> signatures = new HashMap<>();
    return firstShared().isPresent()
        && IntStream.range(0, elements.size())
            .allMatch(
                i -> {
                  BitSet signature = elements.get(i);
                  Integer mine = number.apply(i);
                  return numbers.computeIfAbsent(signature, first -> mine).equals(mine)
                      && signatures.computeIfAbsent(mine, first -> signature).equals(signature);
                });
  }
}
