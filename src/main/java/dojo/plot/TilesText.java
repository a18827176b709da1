package dojo.plot;

import dojo.experiment.Sample;
import dojo.tensor.Tensor;
import dojo.words.PlainNumber;
import dojo.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What tensors as pictures hold.
 *
 * @param title what is shown
 * @param tiles the pictures, at least one, all of one shape
 */
record TilesText(String title, List<Pictures.Tile> tiles) implements Content {

  @Override
  public String text(Locale language) {
    Words words = Words.of(TilesText.class, language);
    String scale = words.say("grid", title, extreme(tiles, false), extreme(tiles, true));
    return Stream.concat(Stream.of(scale), tiles.stream().map(tile -> text(tile, words)))
        .collect(Collectors.joining("\n"));
  }

  private static String text(Pictures.Tile tile, Words words) {
    int height = tile.pixels().length(0);
    int width = tile.pixels().length(1);
    long lost = Pictures.lost(tile);
    if (lost == tile.pixels().size()) {
      return words.say("tile-is-lost", tile.caption(), height, width);
    }
    List<Pictures.Tile> one = List.of(tile);
    String text =
        words.say(
            "tile",
            tile.caption(),
            height,
            width,
            extreme(one, false),
            extreme(one, true),
            mean(tile));
    return lost == 0 ? text : words.say("lost-squares", text, lost, tile.pixels().size());
  }

  private static String extreme(List<Pictures.Tile> tiles, boolean largest) {
    return PlainNumber.of(Pictures.extreme(tiles, largest));
  }

  private static String mean(Pictures.Tile tile) {
    double[] finite = Pictures.values(List.of(tile)).filter(Double::isFinite).toArray();
    return PlainNumber.of(new Sample(finite).mean());
  }

  @Override
  public String figures() {
    String scale = title + " " + extreme(tiles, false) + " " + extreme(tiles, true);
    return Stream.concat(Stream.of(scale), tiles.stream().map(TilesText::figures))
        .collect(Collectors.joining("\n"));
  }

  private static String figures(Pictures.Tile tile) {
    Tensor pixels = tile.pixels();
    long lost = Pictures.lost(tile);
    StringBuilder line = new StringBuilder(tile.caption());
    line.append(": ").append(pixels.length(0)).append(' ').append(pixels.length(1));
    if (lost < pixels.size()) {
      List<Pictures.Tile> one = List.of(tile);
      line.append(' ').append(extreme(one, false));
      line.append(' ').append(extreme(one, true)).append(' ').append(mean(tile));
      if (lost > 0) {
        line.append(' ').append(lost).append(' ').append(pixels.size());
      }
    }
    return line.toString();
  }

  /** A row for each row of squares. */
  @Override
  public PlotData data(Locale language) {
    Words words = Words.of(TilesText.class, language);
    int height = tiles.get(0).pixels().length(0);
    int width = tiles.get(0).pixels().length(1);
    List<String> headings = new ArrayList<>();
    headings.add(words.say("heading-picture"));
    headings.add(words.say("heading-row"));
    IntStream.rangeClosed(1, width).forEach(j -> headings.add(words.say("heading-column", j)));
    List<PlotData.Part> parts =
        tiles.stream()
            .map(
                tile -> {
                  List<double[]> columns = new ArrayList<>();
                  columns.add(Numbers.from1(height));
                  for (int j = 0; j < width; j++) {
                    columns.add(column(tile.pixels(), height, j));
                  }
                  return new PlotData.Part(tile.caption(), columns);
                })
            .toList();
    return new PlotData(title, headings, parts, OptionalInt.empty());
  }

  private static double[] column(Tensor pixels, int height, int j) {
    return IntStream.range(0, height).mapToDouble(i -> pixels.get(i, j)).toArray();
  }
}
