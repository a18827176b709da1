package dojo.tensor;

/** The numbers of fdlibm, from which {@link Curves} are computed. */
final class CurveNumbers {
  /** Below this size, eˣ is 1 + x; above the other, 2ᵏ is no normal number. */
  static final double LEAST_POWER = 0x1p-28;

  static final double MOST_POWER = 700;

  /** Between these sizes, tanh x takes the common ways. */
  static final double LEAST_ANGLE = 0x1p-50;

  static final double MOST_ANGLE = 6.5;

  /** Adding 2⁵² + 2⁵¹ rounds to the nearest whole number, which then stands in the lowest bits. */
  static final double WHOLE = 0x1.8p52;

  /**
   * Nearly ½·ln 2. If what is left of a number after multiples of ln 2 are taken away is smaller,
   * fdlibm takes the nearest multiple; closer to the middle of two, it may take the other one.
   */
  static final double MOST_LEFT = 0.3465735;

  static final double LN2_HIGH = 0.6931471803691238;
  static final double LN2_LOW = 1.9082149292705877E-10;
  static final double ONE_OVER_LN2 = 1.4426950408889634;

  /** Of the exponential, in r². */
  static final double P1 = 0.16666666666666602;

  static final double P2 = -0.0027777777777015593;
  static final double P3 = 6.613756321437934E-5;
  static final double P4 = -1.6533902205465252E-6;
  static final double P5 = 4.1381367970572385E-8;

  /** Of eˣ − 1, in ½·r². */
  static final double Q1 = -0.03333333333333313;

  static final double Q2 = 0.0015873015872548146;
  static final double Q3 = -7.93650757867488E-5;
  static final double Q4 = 4.008217827329362E-6;
  static final double Q5 = -2.0109921818362437E-7;

  private CurveNumbers() {}
}
