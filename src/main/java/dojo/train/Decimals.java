package dojo.train;

import dojo.words.PlainNumber;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * Columns of numbers that print four decimals and a decimal point for every reader, and NaN as NaN:
 * a cell left blank would hide that a run has diverged.
 */
public final class Decimals {
  private Decimals() {}

  /**
   * Returns a column.
   *
   * @param name its name
   * @param values its numbers
   * @return the column; its numbers keep their full precision and are rounded only where they are
   *     printed
   */
  public static DoubleColumn column(String name, double... values) {
    DoubleColumn column = DoubleColumn.create(name, values);
    column.setPrintFormatter(new FourDecimals());
    return column;
  }

  /** Numbers that are too large for decimals have a power of ten instead. */
  private static final class FourDecimals extends NumberColumnFormatter {
    FourDecimals() {
      super(new DecimalFormat("0.0000", DecimalFormatSymbols.getInstance(Locale.ROOT)), "NaN");
    }

    @Override
    public String format(double value) {
      return PlainNumber.isHuge(value) ? PlainNumber.of(value) : super.format(value);
    }
  }
}
