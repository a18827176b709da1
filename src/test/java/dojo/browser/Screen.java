package dojo.browser;

import java.util.Locale;

/**
 * What a page is shown on.
 *
 * @param width in pixels of CSS; below 600 it is a phone
 * @param scheme what the system prefers
 */
public record Screen(int width, Scheme scheme) {
  public static final int PHONE = 360;
  public static final int DESK = 1100;

  /** What the reader's system prefers. */
  public enum Scheme {
    LIGHT,
    DARK;

    /** As media queries name it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Screen light(int width) {
    return new Screen(width, Scheme.LIGHT);
  }

  public static Screen dark(int width) {
    return new Screen(width, Scheme.DARK);
  }

  boolean isPhone() {
    return width < 600;
  }

  @Override
  public String toString() {
    return width + "-" + scheme;
  }
}
