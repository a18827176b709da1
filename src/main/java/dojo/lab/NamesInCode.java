package dojo.lab;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names in a statement.
 *
 * @param declared what it declares for all that follows
 * @param used what it takes from outside of itself, types among it
 * @param changed the variables that may be others after it
 * @param holders those it declares that hold what is put into them, such as lists
 * @param keys what makes a random key, or another source of randomness, as it is written
 */
record NamesInCode(
    Set<String> declared,
    Set<String> used,
    Set<String> changed,
    Set<String> holders,
    Set<String> keys) {

  /** Reads a member of a class: a method, or a block that holds a statement. */
  static NamesInCode of(Tree member) {
    Reader reader = new Reader();
    reader.scan(member, new Scope());
    return reader.names;
  }

  private static final Pattern COLLECTION =
      Pattern.compile("(?:\\w+\\.)*\\w*(?:List|Map|Set|Deque)(?:<.*)?");

  /** The names of a lambda, a method, a loop or a block, which hide equal names outside. */
  private record Scope(List<Scope> outer, Set<String> names) {
    Scope() {
      this(List.of(), new HashSet<>());
    }

    Scope inner() {
      return new Scope(List.of(this), new HashSet<>());
    }

    boolean isOutermost() {
      return outer.isEmpty();
    }

    boolean hides(String name) {
      return names.contains(name) || outer.stream().anyMatch(scope -> scope.hides(name));
    }
  }

  private static final class Reader extends TreeScanner<Void, Scope> {
    final NamesInCode names =
        new NamesInCode(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());

    @Override
    public Void visitMethod(MethodTree method, Scope scope) {
      names.declared.add(method.getName().toString());
      return super.visitMethod(method, scope.inner());
    }

    /** The outermost block is none of the notebook's. */
    @Override
    public Void visitBlock(BlockTree block, Scope scope) {
      if (scope.isOutermost()) {
        block.getStatements().forEach(statement -> outermost(statement, scope));
        return null;
      }
      return super.visitBlock(block, scope.inner());
    }

    private void outermost(StatementTree statement, Scope scope) {
      if (statement instanceof VariableTree variable) {
        String name = variable.getName().toString();
        names.declared.add(name);
        if (holds(variable)) {
          names.holders.add(name);
        }
        scan(variable.getType(), scope);
        scan(variable.getInitializer(), scope.inner());
      } else {
        scan(statement, scope.inner());
      }
    }

    private static boolean holds(VariableTree variable) {
      return String.valueOf(variable.getType()).startsWith("Atomic")
          || (variable.getInitializer() instanceof NewClassTree made
              && COLLECTION.matcher(made.getIdentifier().toString()).matches());
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Scope scope) {
      return super.visitLambdaExpression(lambda, scope.inner());
    }

    @Override
    public Void visitForLoop(ForLoopTree loop, Scope scope) {
      return super.visitForLoop(loop, scope.inner());
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Scope scope) {
      return super.visitEnhancedForLoop(loop, scope.inner());
    }

    @Override
    public Void visitVariable(VariableTree variable, Scope scope) {
      scope.names().add(variable.getName().toString());
      return super.visitVariable(variable, scope);
    }

    @Override
    public Void visitIdentifier(IdentifierTree name, Scope scope) {
      if (!scope.hides(name.getName().toString())) {
        names.used.add(name.getName().toString());
      }
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Scope scope) {
      String called = call.getMethodSelect().toString();
      if (called.equals("RandomKey.of")) {
        names.keys.add(call.toString());
      }
      if (called.equals("Math.random")) {
        names.used.add("Random");
      }
      if (called.startsWith("Arrays.") && !call.getArguments().isEmpty()) {
        changes(call.getArguments().get(0), scope);
      }
      return super.visitMethodInvocation(call, scope);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Scope scope) {
      if (made.getIdentifier().toString().matches("RandomKey|(?:Splittable)?Random")) {
        names.keys.add(made.toString());
      }
      return super.visitNewClass(made, scope);
    }

    @Override
    public Void visitAssignment(AssignmentTree assignment, Scope scope) {
      changes(assignment.getVariable(), scope);
      return super.visitAssignment(assignment, scope);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Scope scope) {
      changes(assignment.getVariable(), scope);
      return super.visitCompoundAssignment(assignment, scope);
    }

    @Override
    public Void visitUnary(UnaryTree step, Scope scope) {
      changes(step.getExpression(), scope);
      return super.visitUnary(step, scope);
    }

    private void changes(Tree place, Scope scope) {
      if (place instanceof ArrayAccessTree element) {
        changes(element.getExpression(), scope);
      } else if (place instanceof IdentifierTree name && !scope.hides(name.getName().toString())) {
        names.changed.add(name.getName().toString());
      }
    }
  }
}
