package dojo.plot;

import dojo.words.Shown;
import dojo.words.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The line below a picture: its data, where they come from, and their fingerprint, which tells at a
 * glance whether one's own run computed the same bits.
 */
final class Caption {
  private Caption() {}

  /** Returns the line as HTML; empty if the picture shows no number. */
  static String html(PlotData data, Locale language) {
    if (data.parts().isEmpty()) {
      return "";
    }
    Words words = Words.of(Caption.class, language);
    List<String> facts = new ArrayList<>();
    facts.add(
        "<a download=\"%s\" href=\"%s\">%s</a>"
            .formatted(
                Shown.escaped(data.fileName()),
                uri(data.csv()),
                Shown.escaped(words.say("data-as-csv"))));
    data.seeds()
        .ifPresent(
            seeds ->
                facts.add(
                    Shown.escaped(
                        seeds == 1 ? words.say("first-key") : words.say("keys", seeds - 1))));
    facts.add(Shown.escaped(words.say("fingerprint")) + " <code>" + data.fingerprint() + "</code>");
    return "<figcaption style=\"font-size:0.85em;opacity:0.8\">"
        + String.join(" · ", facts)
        + "</figcaption>";
  }

  /** A link that holds the file itself: it needs no script, no second file and no network. */
  private static String uri(String csv) {
    String encoded =
        URLEncoder.encode(csv, StandardCharsets.UTF_8).replace("+", "%20").replace("%2C", ",");
    return "data:text/csv;charset=utf-8," + encoded;
  }
}
