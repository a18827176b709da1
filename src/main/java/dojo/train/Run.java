package dojo.train;

import dojo.nn.Layer;

/**
 * A fitted model, and the story of its fitting.
 *
 * @param model the model after the last epoch
 * @param history its scores after every epoch
 */
public record Run(Layer model, History history) {}
