package dojo.dropout;

import dojo.nn.Layer;

/** A layer with a drop rate, which a {@link RateSchedule} can change. */
public interface RatedLayer extends Layer {

  /**
   * Returns the drop rate of this layer.
   *
   * @return the probability of dropping
   */
  DropRate rate();

  /**
   * Returns this layer with another rate.
   *
   * @param rate the probability of dropping
   * @return the new layer
   */
  RatedLayer withRate(DropRate rate);

  /**
   * Returns whether p lies strictly between 0 and 1, or a layer inside is random; at p = 0 and p =
   * 1 the output does not depend on the key.
   */
  @Override
  default boolean isRandom() {
    return (rate().p() > 0 && rate().p() < 1) || layers().stream().anyMatch(Layer::isRandom);
  }
}
