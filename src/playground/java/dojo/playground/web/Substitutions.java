package dojo.playground.web;

import java.util.Map;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * What the kit calls on a virtual machine, and what takes its place in a browser: TeaVM asks this
 * for every class that it compiles.
 */
public class Substitutions implements ClassHolderTransformer {
  private static final Map<String, String> CLASSES =
      Map.of(
          "java.lang.Math.fma", "dojo.tensor.EmulatedGemm",
          "java.lang.StrictMath.exp", "dojo.playground.Fdlibm",
          "java.lang.StrictMath.log", "dojo.playground.Fdlibm",
          "java.lang.StrictMath.sin", "dojo.playground.Fdlibm",
          "java.lang.StrictMath.cos", "dojo.playground.Fdlibm",
          "java.lang.StrictMath.sqrt", "java.lang.Math",
          "dojo.tensor.Gemm.fastest", "dojo.tensor.EmulatedGemm",
          "dojo.tensor.Cores.share", "dojo.playground.web.Substitutes",
          "dojo.tensor.Cores.requireNoInterrupt", "dojo.playground.web.Substitutes",
          "dojo.tensor.VectorKernel.warm", "dojo.playground.web.Substitutes");

  /** The form for JavaScript, which has one kind of numbers and promises no digits. */
  public static final class ForJavaScript extends Substitutions {
    @Override
    MethodReference substitute(MethodReference called) {
      String name = called.getClassName() + "." + called.getName();
      return name.equals("java.lang.Math.fma")
          ? new MethodReference(
              Substitutes.class.getName(),
              new MethodDescriptor("nearlyFma", called.getDescriptor().getSignature()))
          : super.substitute(called);
    }
  }

  /** Returns what takes the place of a static method: one of the same name in another class. */
  MethodReference substitute(MethodReference called) {
    String other = CLASSES.get(called.getClassName() + "." + called.getName());
    return other == null ? called : new MethodReference(other, called.getDescriptor());
  }

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (!type.getName().startsWith("dojo.")) {
      return;
    }
    for (MethodHolder method : type.getMethods()) {
      if (method.getProgram() != null) {
        for (BasicBlock block : method.getProgram().getBasicBlocks()) {
          for (Instruction each : block) {
            if (each instanceof InvokeInstruction call
                && call.getType() == InvocationType.SPECIAL
                && call.getInstance() == null) {
              call.setMethod(substitute(call.getMethod()));
            }
          }
        }
      }
    }
  }
}
