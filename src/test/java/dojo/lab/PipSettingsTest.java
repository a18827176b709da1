package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.machine.Os;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PipSettingsTest {

  @Test
  void the_environment_counts_more_than_the_files_and_a_command_more_than_all_commands() {
    PipSettings settings =
        PipSettings.parse(
            """
            :env:.proxy='http://env'
            global.cert='global.pem'
            global.index-url='http://global'
            global.proxy='http://global'
            install.index-url="http://it's/install"
            install.find-links='\\n/one\\n/two'
            wheel.cert='wheel.pem'
            """);
    assertEquals(
        Map.of(
            "cert", "global.pem",
            "index-url", "http://it's/install",
            "proxy", "http://env",
            "find-links", "\n/one\n/two"),
        settings.values());
  }

  @Test
  void a_command_has_these_settings_and_no_others() {
    ProcessBuilder pip = new ProcessBuilder("pip");
    pip.environment().put("PIP_TARGET", "/elsewhere");
    pip.environment().put("PIP_PROXY", "http://old");
    new PipSettings(Map.of("index-url", "http://mirror")).applyTo(pip, Os.DEBIAN);
    Map<String, String> left = new HashMap<>(pip.environment());
    left.keySet().removeIf(name -> !name.startsWith("PIP_"));
    assertEquals(
        Map.of("PIP_CONFIG_FILE", "/dev/null", "PIP_INDEX_URL", "http://mirror"),
        new TreeMap<>(left));
  }
}
