package dojo.plot;

import dojo.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a diagram holds: no data.
 *
 * @param title what is shown
 * @param boxes what is joined
 * @param arrows by what
 */
record DiagramText(String title, List<Diagram.Box> boxes, List<Diagram.Arrow> arrows)
    implements Content {

  /** A line for the diagram, then one for each arrow, in the order in which they were added. */
  @Override
  public String text(Locale language) {
    Words words = Words.of(DiagramText.class, language);
    return Stream.concat(
            Stream.of(words.say("diagram", title, names())),
            arrows.stream().map(arrow -> text(arrow, words)))
        .collect(Collectors.joining("\n"));
  }

  private String names() {
    return boxes.stream().map(Diagram.Box::name).collect(Collectors.joining(", "));
  }

  private static String text(Diagram.Arrow arrow, Words words) {
    String line =
        words.say(arrow.back() ? "back" : "forward", arrow.from().name(), arrow.to().name());
    return arrow.label().isEmpty() ? line : words.say("labelled", line, arrow.label());
  }

  @Override
  public String figures() {
    return Stream.concat(
            Stream.of(title + ". " + names()),
            arrows.stream()
                .map(
                    arrow ->
                        arrow.from().name() + " → " + arrow.to().name() + ". " + arrow.label()))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public PlotData data(Locale language) {
    return new PlotData(title, List.of(), List.of(), OptionalInt.empty());
  }
}
