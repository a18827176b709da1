package dojo.data;

/**
 * Examples in two parts that share none.
 *
 * @param <S> the kind of examples
 * @param train what a model may learn from
 * @param heldOut what it may not: a validation set if settings are chosen by it, a test set if
 *     nothing is
 */
public record Split<S extends Examples<S>>(S train, S heldOut) {}
