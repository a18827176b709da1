package dojo.expect;

import java.util.List;

/**
 * A call across the {@link Seam}, as data.
 *
 * @param target whose method is called
 * @param method its name; {@link #CONSTRUCTOR} for a constructor of the student's class
 * @param parameters the types that the caller declares
 * @param result the type of the result that the caller declares
 * @param arguments each a number, a boolean, a text, an array of them, a {@link
 *     dojo.random.RandomKey} or a {@link Handle}
 */
public record Call(
    Handle target, String method, List<Form> parameters, Form result, List<Object> arguments) {

  /** The name in the place of a method's that stands for a constructor. */
  public static final String CONSTRUCTOR = "new";

  /** The call as code, for example {@code forward(float[][], double, RandomKey)}. */
  String signature(String name) {
    return Form.signature(name, parameters);
  }
}
