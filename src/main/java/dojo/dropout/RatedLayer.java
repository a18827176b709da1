package dojo.dropout;

import dojo.nn.Layer;

/** A layer that drops with a rate: what a schedule of rates can change. */
public interface RatedLayer extends Layer {

  /**
   * Returns how often this layer drops.
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

  /** Returns whether p lies between 0 and 1: who drops nothing or everything has no choice. */
  @Override
  default boolean isRandom() {
    return (rate().p() > 0 && rate().p() < 1) || layers().stream().anyMatch(Layer::isRandom);
  }
}
