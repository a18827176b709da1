package dojo.grade;

import dojo.expect.RemoteStudent;
import dojo.expect.Worker;
import dojo.kata.Seen;
import dojo.machine.Jdk;
import dojo.machine.Os;
import dojo.practice.BriefFolder;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of a student's classes, in an empty folder of its own. */
final class StudentChild implements RemoteStudent.Keeper, AutoCloseable {
  private final BriefFolder folder = new BriefFolder();
  private final WatchedProcess process;
  private final RemoteStudent student;
  private final Limits limits;

  /** So little memory that many fit into a machine, and enough for any kata. */
  private static final List<String> OPTIONS =
      List.of(
          "--limit-modules",
          modules(),
          "-XX:+DisplayVMOutputToStderr", // the other stream is for answers
          "-Xlog:disable",
          "-XX:+DisableAttachMechanism",
          "-XX:-UsePerfData",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx256m",
          "-Xss512k",
          "-XX:MaxMetaspaceSize=64m",
          "-XX:CompressedClassSpaceSize=32m",
          "-XX:ReservedCodeCacheSize=32m",
          "-XX:MaxDirectMemorySize=16m",
          "-XX:ErrorFile=/dev/null",
          "-Dfile.encoding=UTF-8",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Duser.timezone=UTC");

  /**
   * What a student's class may use of Java: with less, one that logs is green there and red here.
   */
  private static String modules() {
    return Stream.of("java.base", "java.logging", "jdk.random")
        .filter(name -> ModuleFinder.ofSystem().find(name).isPresent())
        .collect(Collectors.joining(","));
  }

  /** Starts it. */
  StudentChild(Cage cage, Path jar, Limits limits) {
    this.limits = limits;
    try {
      List<String> program = new ArrayList<>();
      program.add(Os.current().program(Jdk.running().bin(), "java").toString());
      program.addAll(OPTIONS);
      program.addAll(List.of("-cp", jar.toString(), Worker.class.getName()));
      process =
          new WatchedProcess(
              cage.command(program, folder.folder(), List.of(jar)), Limits.OF_STARTING);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
    student = new RemoteStudent(process.output(), process.input(), this);
  }

  RemoteStudent student() {
    return student;
  }

  /**
   * Waits until it can be asked; no class of a student is there yet.
   *
   * @throws IllegalStateException if it has ended
   */
  void awaitStart() {
    nextKata();
    student.printed();
    student
        .fate()
        .ifPresent(
            seen -> {
              throw new IllegalStateException(seen.toString());
            });
    process.limit(limits);
    nextKata();
  }

  void nextKata() {
    process.nextKata();
  }

  void nextTask() {
    process.nextTask();
  }

  Duration worked() {
    return process.worked();
  }

  boolean isStuck() {
    return process.isStuck();
  }

  @Override
  public void theirTurn() {
    process.theirTurn();
  }

  @Override
  public void ourTurn() {
    process.ourTurn();
  }

  @Override
  public Seen end() {
    int exit = process.end();
    return process.tookTooLong()
        ? new Seen.TooSlow(process.limits().work().toSeconds())
        : new Seen.Ended(exit);
  }

  @Override
  public void close() {
    process.close();
    folder.close();
  }
}
