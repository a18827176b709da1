package dojo.playground;

import java.util.List;

/** Tells where a mistake changes nothing, so that a page does not offer it in vain. */
public final class Idle {
  private Idle() {}

  /**
   * Returns why the mistake of some settings changes nothing.
   *
   * @param settings with a mistake or none
   * @return {@code none} if nothing is dropped because the variant is "none", {@code p0} if all
   *     rates are 0, {@code inputs} if the gradient is wrong for the inputs alone, which need none,
   *     {@code gaussian} if the scale is missing where there is none; empty if the mistake shows,
   *     or there is none
   */
  public static String why(Settings settings) {
    String mistake = settings.name(Settings.MISTAKE);
    String variant = settings.name(Settings.VARIANT);
    if (mistake.equals("none")) {
      return "";
    }
    if (variant.equals("none")) {
      return "none";
    }
    if (isZero(settings, Settings.RATES)) {
      return "p0";
    }
    if (mistake.equals("fresh-mask")
        && !variant.equals("dropconnect")
        && isZero(settings, Settings.RATES.subList(1, Settings.RATES.size()))) {
      return "inputs";
    }
    return mistake.equals("no-scale") && variant.equals("gaussian") ? "gaussian" : "";
  }

  private static boolean isZero(Settings settings, List<Setting> rates) {
    return rates.stream().allMatch(rate -> settings.number(rate) == 0);
  }
}
