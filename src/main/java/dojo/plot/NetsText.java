package dojo.plot;

import dojo.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What nets with dropped units hold.
 *
 * @param title what is shown
 * @param nets the nets, at least one
 */
record NetsText(String title, List<ThinnedNets.Net> nets) implements Content {

  @Override
  public String text(Locale language) {
    Words words = Words.of(NetsText.class, language);
    return Stream.concat(
            Stream.of(words.say("nets", title)), nets.stream().map(n -> text(n, words)))
        .collect(Collectors.joining("\n"));
  }

  private static String text(ThinnedNets.Net net, Words words) {
    String kept =
        IntStream.range(0, net.layers().size())
            .mapToObj(
                l -> {
                  String numbers = numbers(net, l, ", ");
                  return words.say(
                      "kept-of-layer",
                      numbers.isEmpty() ? words.say("no-unit") : numbers,
                      net.units(l));
                })
            .collect(Collectors.joining("; "));
    return words.say("net", net.caption(), kept, net.connectionsLeft(), net.connections());
  }

  /** The units that a layer keeps, counted from 1. */
  private static String numbers(ThinnedNets.Net net, int layer, String between) {
    return IntStream.range(0, net.units(layer))
        .filter(unit -> net.keeps(layer, unit))
        .mapToObj(unit -> String.valueOf(unit + 1))
        .collect(Collectors.joining(between));
  }

  @Override
  public String figures() {
    return Stream.concat(Stream.of(title), nets.stream().map(NetsText::figures))
        .collect(Collectors.joining("\n"));
  }

  private static String figures(ThinnedNets.Net net) {
    String kept =
        IntStream.range(0, net.layers().size())
            .mapToObj(l -> numbers(net, l, " ") + " " + net.units(l))
            .collect(Collectors.joining(" "));
    return net.caption() + ": " + kept + " " + net.connectionsLeft() + " " + net.connections();
  }

  /** A row for each unit. */
  @Override
  public PlotData data(Locale language) {
    Words words = Words.of(NetsText.class, language);
    List<PlotData.Part> parts = new ArrayList<>();
    for (ThinnedNets.Net net : nets) {
      for (int layer = 0; layer < net.layers().size(); layer++) {
        double[] number = new double[net.units(layer)];
        Arrays.fill(number, layer + 1.0);
        double[] kept = new double[number.length];
        for (int unit = 0; unit < kept.length; unit++) {
          kept[unit] = net.keeps(layer, unit) ? 1 : 0;
        }
        parts.add(
            new PlotData.Part(net.caption(), List.of(number, Numbers.from1(number.length), kept)));
      }
    }
    List<String> headings =
        Stream.of("heading-net", "heading-layer", "heading-unit", "heading-kept")
            .map(key -> words.say(key))
            .toList();
    return new PlotData(title, headings, parts, OptionalInt.empty());
  }
}
