package dojo.experiment;

import dojo.dropout.Mask;
import dojo.tensor.Tensor;
import dojo.words.ExactNumber;
import dojo.words.Fingerprint;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a claim compared, as a text in which every number reads back as the same bits. Its
 * fingerprint tells two runs apart that print the same rounded numbers.
 */
final class Compared {
  private final StringBuilder text = new StringBuilder();

  private Compared() {}

  /**
   * Returns the fingerprint of some values, in order.
   *
   * @param values numbers, text, tensors, masks; arrays, lists, maps and records of these
   * @return 16 hexadecimal digits; nothing if another kind of value is among them
   */
  static Optional<String> fingerprint(Object... values) {
    Compared all = new Compared();
    return Stream.of(values).allMatch(all::add)
        ? Optional.of(Fingerprint.of(all.text.toString()))
        : Optional.empty();
  }

  /** Returns the fingerprint of samples, number by number. */
  static String fingerprint(Sample... samples) {
    return Fingerprint.of(
        Stream.of(samples)
            .map(
                sample ->
                    DoubleStream.of(sample.values())
                        .mapToObj(value -> ExactNumber.of(value) + "\n")
                        .collect(Collectors.joining()))
            .collect(Collectors.joining("\n")));
  }

  /** Writes a value, and returns whether it could. */
  private boolean add(Object value) {
    if (value instanceof Double || value instanceof Float) {
      text.append(ExactNumber.of(((Number) value).doubleValue())).append('\n');
    } else if (value instanceof Number
        || value instanceof CharSequence
        || value instanceof Boolean) {
      text.append(value).append('\n');
    } else if (value instanceof Enum<?> one) {
      text.append(one.name()).append('\n');
    } else if (value instanceof Tensor tensor) {
      text.append(Arrays.toString(tensor.shape())).append('\n');
      for (float number : tensor.toArray()) { // a million of them is soon written as bits
        text.append(Integer.toHexString(Float.floatToIntBits(number))).append('\n');
      }
    } else {
      return value instanceof Mask mask ? add(mask.toTensor()) : addAll(value);
    }
    return true;
  }

  private boolean addAll(Object value) {
    text.append("(\n");
    boolean all = false;
    if (value instanceof List<?> list) {
      all = list.stream().allMatch(this::add);
    } else if (value instanceof Map<?, ?> map) {
      all = map.entrySet().stream().allMatch(each -> add(each.getKey()) && add(each.getValue()));
    } else if (value instanceof Record record) {
      all = Stream.of(record.getClass().getRecordComponents()).allMatch(part -> add(record, part));
    } else if (value.getClass().isArray()) {
      all = IntStream.range(0, Array.getLength(value)).allMatch(i -> add(Array.get(value, i)));
    }
    text.append(")\n");
    return all;
  }

  private boolean add(Record record, RecordComponent part) {
    try {
      return add(part.getAccessor().invoke(record));
    } catch (ReflectiveOperationException hidden) {
      return false; // a record of somebody else's, which only its own package reads
    }
  }
}
