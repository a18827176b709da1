package dojo.machine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The programs that the tests of child processes start, each in a virtual machine of its own. */
final class Programs {
  private Programs() {}

  /** Returns a command that starts one of them; what goes wrong in it is seen. */
  static ProcessBuilder of(Class<?> program, String... args) {
    List<String> words =
        new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    words.addAll(List.of(args));
    return Jdk.running().java(Os.current(), words).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** Says what it is told, and ends with exit code 7. */
  static final class Parrot {
    public static void main(String[] args) {
      System.out.println(args[0]);
      System.exit(7);
    }
  }

  /** Waits for ever. */
  static final class Sleeper {
    public static void main(String[] args) throws InterruptedException {
      Thread.currentThread().join();
    }
  }

  /** Prints a million characters. */
  static final class Flood {
    public static void main(String[] args) {
      for (int i = 0; i < 10_000; i++) {
        System.out.print("x".repeat(100));
      }
    }
  }

  /** Says that it is there; when it is asked to end, says so and does. */
  static final class Polite {
    public static void main(String[] args) throws InterruptedException {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("goodbye")));
      System.out.println("hello");
      Thread.currentThread().join();
    }
  }

  /** Says that it is there, and does not end when it is asked to. */
  static final class Stubborn {
    public static void main(String[] args) throws InterruptedException {
      Thread hook = new Thread(Programs::waitForEver);
      Runtime.getRuntime().addShutdownHook(hook);
      System.out.println("hello");
      Thread.currentThread().join();
    }
  }

  private static void waitForEver() {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts a sleeper, prints its process id, and ends at the end of its own input. */
  static final class Parent {
    public static void main(String[] args) throws IOException {
      System.out.println(of(Sleeper.class).start().pid());
      while (System.in.read() >= 0) {}
    }
  }

  /** Starts a sleeper that holds its output open, prints its process id, and ends. */
  static final class Leaver {
    public static void main(String[] args) throws IOException {
      System.out.println(of(Sleeper.class).inheritIO().start().pid());
    }
  }

  /** Has a parent as a child, and prints what that prints. */
  static final class Grandparent {
    public static void main(String[] args) {
      try (ChildProcess child = ChildProcess.start(of(Parent.class))) {
        child.lines(System.out::println);
      }
    }
  }

  /** Runs a parrot, and prints all that it says, errors too. */
  static final class Listener {
    public static void main(String[] args) {
      ProcessBuilder parrot = of(Parrot.class, args);
      System.out.println(ChildProcess.run(parrot.redirectErrorStream(true)).text());
    }
  }
}
