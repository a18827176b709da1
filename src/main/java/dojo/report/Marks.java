package dojo.report;

import dojo.grade.Tier;
import dojo.kata.State;
import dojo.words.Words;
import java.util.Locale;

/** States and heat as a page shows them: a sign, a word and a colour, never a colour alone. */
final class Marks {
  private static final int HEATS = 6;

  /** From so many percent on, an answer is nearly right, or half. */
  private static final int NEARLY = 67;

  private static final int HALF = 34;

  private Marks() {}

  /** The word for a state, in a language. */
  static String word(State state, Words words) {
    String key = "state-" + state.name().toLowerCase(Locale.ROOT);
    return Words.of(State.class, words.language()).say(key);
  }

  /** What a tier protects. */
  static String tier(Tier tier, Words words) {
    return words.say(
        switch (tier) {
          case A -> "tier-a";
          case B -> "tier-b";
          case C -> "tier-c";
        });
  }

  /** The colour of a state. */
  static String colour(State state) {
    return switch (state) {
      case GREEN -> "g";
      case RED -> "r2";
      case TODO, SKIPPED -> "t";
      case ERROR -> "e";
    };
  }

  /** A state in a word. */
  static Html chip(State state, Words words) {
    return Html.tag("span")
        .at("class", "state " + colour(state))
        .text(GroupText.mark(state) + " " + word(state, words));
  }

  /** What stands in the square of a kata: a sign, or the share of its points in percent. */
  static String square(KataMark mark) {
    return isShared(mark) ? String.valueOf(mark.percent()) : GroupText.mark(mark.state());
  }

  /** The colour of that square. */
  static String colour(KataMark mark) {
    if (!isShared(mark)) {
      return colour(mark.state());
    }
    return mark.percent() >= NEARLY ? "r1" : mark.percent() >= HALF ? "r2" : "r3";
  }

  private static boolean isShared(KataMark mark) {
    return mark.state() == State.RED || (mark.state() == State.TODO && mark.percent() > 0);
  }

  /** The colour of a count, the darker the more of the most there are. */
  static String heat(int count, int most) {
    int heat = (int) Math.ceil(HEATS * Math.sqrt((double) count / most));
    return "h" + Math.min(Math.max(heat, 1), HEATS);
  }
}
