package dojo.playground.web;

import java.util.List;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.CastNumberInstruction;
import org.teavm.model.instructions.DoubleConstantInstruction;
import org.teavm.model.instructions.FloatConstantInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.NegateInstruction;
import org.teavm.model.instructions.NumericOperandType;
import org.teavm.model.util.DefinitionExtractor;

/**
 * Makes JavaScript compute what Java computes. TeaVM leaves two things undone there: it computes
 * floats in float64 and rounds them only where they are stored, and it writes a + (b + c) and a ·
 * (b · c) without their parentheses, which are other sums and products.
 */
final class ExactArithmetic {
  private static final MethodReference ROUNDED =
      new MethodReference(Substitutes.class, "rounded", float.class, float.class);

  private ExactArithmetic() {}

  /** Rounds what an instruction gives to {@code float}, and keeps the order of float64. */
  static void keep(Instruction each) {
    if (each instanceof BinaryInstruction binary) {
      if (binary.getOperandType() == NumericOperandType.FLOAT && computes(binary)) {
        binary.setReceiver(rounded(each, binary.getReceiver()));
      } else if (binary.getOperandType() == NumericOperandType.DOUBLE) {
        order(binary);
      }
    } else if (each instanceof CastNumberInstruction cast
        && cast.getTargetType() == NumericOperandType.FLOAT) {
      cast.setReceiver(rounded(each, cast.getReceiver()));
    } else if (each instanceof FloatConstantInstruction constant) {
      constant.setReceiver(rounded(each, constant.getReceiver()));
    }
  }

  private static boolean computes(BinaryInstruction binary) {
    return switch (binary.getOperation()) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO -> true;
      default -> false;
    };
  }

  /** Rounds behind an instruction; returns what the instruction is to give instead. */
  private static Variable rounded(Instruction each, Variable receiver) {
    InvokeInstruction call = new InvokeInstruction();
    Variable exact = each.getProgram().createVariable();
    call.setType(InvocationType.SPECIAL);
    call.setMethod(ROUNDED);
    call.setArguments(exact);
    call.setReceiver(receiver);
    call.setLocation(each.getLocation());
    each.insertNext(call);
    return exact;
  }

  /** Writes a + b as a − (−b), and a · b as −(a · (−b)), which are the same to the bit. */
  private static void order(BinaryInstruction binary) {
    if (isConstant(binary.getSecondOperand(), binary)) {
      return; // it has no parentheses, and TeaVM writes a − −1 without the space
    }
    if (binary.getOperation() == BinaryOperation.ADD) {
      BinaryInstruction difference =
          new BinaryInstruction(BinaryOperation.SUBTRACT, NumericOperandType.DOUBLE);
      difference.setFirstOperand(binary.getFirstOperand());
      difference.setSecondOperand(negated(binary));
      difference.setReceiver(binary.getReceiver());
      difference.setLocation(binary.getLocation());
      binary.replace(difference);
    } else if (binary.getOperation() == BinaryOperation.MULTIPLY) {
      NegateInstruction back = new NegateInstruction(NumericOperandType.DOUBLE);
      back.setReceiver(binary.getReceiver());
      back.setOperand(binary.getProgram().createVariable());
      back.setLocation(binary.getLocation());
      binary.setSecondOperand(negated(binary));
      binary.setReceiver(back.getOperand());
      binary.insertNext(back);
    }
  }

  private static boolean isConstant(Variable operand, Instruction user) {
    for (Instruction each = user.getPrevious(); each != null; each = each.getPrevious()) {
      DefinitionExtractor defined = new DefinitionExtractor();
      each.acceptVisitor(defined);
      if (List.of(defined.getDefinedVariables()).contains(operand)) {
        return each instanceof DoubleConstantInstruction;
      }
    }
    return false;
  }

  /** Negates the second operand in front of an instruction. */
  private static Variable negated(BinaryInstruction binary) {
    NegateInstruction negation = new NegateInstruction(NumericOperandType.DOUBLE);
    negation.setOperand(binary.getSecondOperand());
    negation.setReceiver(binary.getProgram().createVariable());
    negation.setLocation(binary.getLocation());
    binary.insertPrevious(negation);
    return negation.getReceiver();
  }
}
