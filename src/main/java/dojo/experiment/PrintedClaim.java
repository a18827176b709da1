package dojo.experiment;

import dojo.words.Words;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a {@link Claim} is known in what a program printed, by the words around its sentence.
 *
 * @param held finds a claim that holds, a line each; its group 1 is the sentence with its statistic
 * @param refuted finds one that does not; its group 1 is the sentence, its group 2 the statistic
 */
public record PrintedClaim(Pattern held, Pattern refuted) {
  private static final String PLACE = "\0";

  /**
   * Returns how claims are known.
   *
   * @param language of the words around their sentences
   * @return the patterns
   */
  public static PrintedClaim in(Locale language) {
    Words words = Words.of(PrintedClaim.class, language);
    String[] held = words.say("holds", PLACE, PLACE).split(PLACE, -1);
    String[] refuted = words.say("refuted", PLACE, PLACE).split(PLACE, -1);
    return new PrintedClaim(
        Pattern.compile("(?m)^" + Pattern.quote(held[0]) + "(.+)$"),
        Pattern.compile(Pattern.quote(refuted[0]) + "(.+)" + Pattern.quote(refuted[1]) + "(.+)"));
  }
}
