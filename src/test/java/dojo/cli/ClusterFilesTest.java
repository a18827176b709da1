package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dojo.grade.Shard;
import dojo.machine.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job files for clusters start commands that there are, and name shards that add up. */
class ClusterFilesTest {
  private static final Path CLUSTER = Path.of("src/cluster");

  @TempDir Path folder;

  private static List<JsonNode> yaml(String file) throws IOException {
    try (MappingIterator<JsonNode> all =
        new YAMLMapper().readerFor(JsonNode.class).readValues(CLUSTER.resolve(file).toFile())) {
      return all.readAll();
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /** A command whose words are understood misses the submissions, which are not on this machine. */
  private void assertUnderstood(List<String> words, String misses) {
    Typed typed = Typed.in(Path.of(""), words.toArray(String[]::new));
    assertEquals(1, typed.exit(), typed.err());
    assertTrue(typed.err().contains(misses), typed.err());
  }

  @Test
  void each_pod_of_kubernetes_finds_its_shard() throws IOException {
    JsonNode spec = yaml("kubernetes/grade.yaml").get(0).path("spec");
    assertEquals("Indexed", spec.path("completionMode").asText());
    int pods = spec.path("completions").asInt();
    assertEquals(pods, spec.path("parallelism").asInt());
    JsonNode container = spec.at("/template/spec/containers/0");
    Map<String, String> environment = new TreeMap<>();
    for (JsonNode variable : container.path("env")) {
      environment.put(variable.path("name").asText(), variable.path("value").asText());
    }
    for (int index = 0; index < pods; index++) {
      environment.put("JOB_COMPLETION_INDEX", String.valueOf(index)); // as Kubernetes sets it
      assertEquals(new Shard(index + 1, pods), Shard.of(environment).orElseThrow());
    }
    List<String> words = texts(container.path("args"));
    assertTrue(String.join(" ", words).contains("--shard auto"));
    words.set(words.indexOf("auto"), "1/" + pods);
    assertUnderstood(words, "there is no /class/inbox");
  }

  @Test
  void the_last_job_of_kubernetes_merges_what_the_pods_have_graded() throws IOException {
    JsonNode grade = yaml("kubernetes/grade.yaml").get(0).at("/spec/template/spec");
    JsonNode merge = yaml("kubernetes/merge.yaml").get(0).at("/spec/template/spec");
    assertEquals(grade.path("volumes"), merge.path("volumes"));
    assertEquals(grade.path("securityContext"), merge.path("securityContext"));
    for (String field : new String[] {"image", "volumeMounts"}) {
      assertEquals(
          grade.at("/containers/0").path(field), merge.at("/containers/0").path(field), field);
    }
    assertUnderstood(texts(merge.at("/containers/0/args")), "/class/grades holds no grades");
  }

  @Test
  void each_runner_of_github_finds_its_shard() throws IOException {
    JsonNode jobs = yaml("github/grade.yml").get(0).path("jobs");
    int parts = jobs.at("/shard/strategy/matrix/part").size();
    JsonNode steps = jobs.at("/shard/steps");
    JsonNode grades = steps.get(steps.size() - 2);
    assertEquals(
        Map.of(
            "STRATEGY_JOB_INDEX", "${{ strategy.job-index }}",
            "STRATEGY_JOB_TOTAL", "${{ strategy.job-total }}"),
        new YAMLMapper().convertValue(grades.path("env"), Map.class));
    for (int index = 0; index < parts; index++) {
      Map<String, String> environment =
          Map.of("STRATEGY_JOB_INDEX", "" + index, "STRATEGY_JOB_TOTAL", "" + parts);
      assertEquals(new Shard(index + 1, parts), Shard.of(environment).orElseThrow());
    }
    String run = grades.path("run").asText();
    String words = run.replaceFirst(".*dojo/dojo ", "").replace("--shard auto", "--shard 1/4");
    assertUnderstood(List.of(words.split(" ")), "there is no inbox");
    JsonNode merge = jobs.at("/merge/steps");
    String last = merge.get(merge.size() - 2).path("run").asText();
    assertUnderstood(List.of(last.replaceFirst("dojo/dojo ", "").split(" ")), "parts holds no");
  }

  /** With a kit that tells the words of its command. */
  @ParameterizedTest
  @CsvSource({"'', --shard auto --tier A --katas all", "7/20, --shard 7/20 --tier A --katas all"})
  @DisabledOnOs(OS.WINDOWS)
  void each_task_of_slurm_grades_its_shard(String shard, String expected) throws IOException {
    Path kit = Files.writeString(folder.resolve("dojo"), "#!/bin/sh\necho \"$@\"\n");
    assertTrue(kit.toFile().setExecutable(true));
    Path job = CLUSTER.resolve("slurm/grade.sbatch").toAbsolutePath();
    ProcessBuilder task = new ProcessBuilder("bash", job.toString());
    task.environment()
        .putAll(
            Map.of(
                "INBOX", "in box",
                "OUT", "out",
                "SHARD", shard,
                "SLURM_SUBMIT_DIR", folder.toString(),
                "SLURM_CPUS_PER_TASK", "2"));
    ChildProcess.Output told = ChildProcess.run(task.redirectErrorStream(true));
    assertEquals("grade in box --out out " + expected + " --jobs 2", told.text());
    assertUnderstood(
        List.of(told.text().replace("in box", "inbox").replace("auto", "1/20").split(" ")),
        "there is no inbox");
  }
}
