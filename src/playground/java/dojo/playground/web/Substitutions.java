package dojo.playground.web;

import java.util.ArrayList;
import java.util.List;
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
  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("java.lang.Math.fma", "dojo.tensor.EmulatedGemm.fma"),
          Map.entry("java.lang.StrictMath.exp", "dojo.playground.Fdlibm.exp"),
          Map.entry("java.lang.StrictMath.log", "dojo.playground.Fdlibm.log"),
          Map.entry("java.lang.StrictMath.sin", "dojo.playground.Fdlibm.sin"),
          Map.entry("java.lang.StrictMath.cos", "dojo.playground.Fdlibm.cos"),
          Map.entry("java.lang.StrictMath.sqrt", "java.lang.Math.sqrt"),
          Map.entry("dojo.tensor.Gemm.fastest", "dojo.tensor.EmulatedGemm.alone"),
          Map.entry("dojo.tensor.VectorKernel.warm", "dojo.playground.web.Substitutes.warm"),
          Map.entry("dojo.tensor.Cores.share", "dojo.playground.web.Substitutes.share"),
          Map.entry("dojo.tensor.Cores.requireNoInterrupt", "dojo.playground.web.Substitutes.goOn"),
          Map.entry("dojo.tensor.TensorText.of", "dojo.playground.web.Substitutes.text"));

  /** The form for JavaScript, which has one kind of numbers: see {@link ExactArithmetic}. */
  public static final class ForJavaScript extends Substitutions {
    @Override
    String substitute(String method) {
      return method.equals("java.lang.Math.fma") || method.equals("dojo.tensor.EmulatedGemm.fma")
          ? "dojo.playground.Fused.fma"
          : super.substitute(method);
    }

    @Override
    void transform(Instruction each) {
      super.transform(each);
      ExactArithmetic.keep(each);
    }
  }

  /** Returns what takes the place of a static method: one that takes and returns the same. */
  String substitute(String method) {
    return METHODS.getOrDefault(method, method);
  }

  private MethodReference substitute(MethodReference called) {
    String other = substitute(called.getClassName() + "." + called.getName());
    int dot = other.lastIndexOf('.');
    return new MethodReference(
        other.substring(0, dot),
        new MethodDescriptor(other.substring(dot + 1), called.getDescriptor().getSignature()));
  }

  void transform(Instruction each) {
    if (each instanceof InvokeInstruction call
        && call.getType() == InvocationType.SPECIAL
        && call.getInstance() == null) {
      call.setMethod(substitute(call.getMethod()));
    }
  }

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (!type.getName().startsWith("dojo.")) {
      return;
    }
    for (MethodHolder method : type.getMethods()) {
      if (method.getProgram() != null) {
        for (BasicBlock block : method.getProgram().getBasicBlocks()) {
          List<Instruction> all = new ArrayList<>(); // more come in between
          block.forEach(all::add);
          all.forEach(this::transform);
        }
      }
    }
  }
}
