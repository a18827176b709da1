/**
 * What tests of several rooms use: checks of gradients, of random numbers and of rejections, keys
 * made to order, and the list of all random layers.
 */
package dojo.support;
