package dojo.playground.web;

import dojo.playground.Game;
import dojo.playground.Idle;
import dojo.playground.Settings;
import dojo.playground.TwentySteps;
import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Float64Array;

/**
 * What the page can call. A game is known to it by a number, for a page cannot hold a value of
 * Java's; all else is in {@link Game}, which says what the numbers mean.
 */
public final class Front {
  private static final Map<Integer, Game> GAMES = new HashMap<>();

  private Front() {}

  /** Loads the module; the page calls the rest. */
  public static void main(String[] args) {}

  @JSBody(script = "return document.getElementById('digits').textContent.trim() + '\\n';")
  private static native String digits();

  private static Game game(int handle) {
    return GAMES.get(handle);
  }

  /** Returns the list of all settings, as JSON. */
  @JSExport
  public static String settings() {
    return Settings.json();
  }

  /** Returns why the mistake of a state changes nothing, or an empty text: {@link Idle}. */
  @JSExport
  public static String idle(String state) {
    return Idle.why(Settings.of(state));
  }

  /** Starts a game and returns its number. */
  @JSExport
  public static int create(String state) {
    Settings settings = Settings.of(state);
    int handle = GAMES.size() + 1;
    GAMES.put(handle, Game.start(settings, state.contains("data=digits") ? digits() : ""));
    return handle;
  }

  /** Forgets what a game holds; its number is not used again. */
  @JSExport
  public static void close(int handle) {
    GAMES.put(handle, null);
  }

  /** Makes steps, and returns how many there were in all. */
  @JSExport
  public static int step(int handle, int steps) {
    Game after = game(handle).after(steps);
    GAMES.put(handle, after);
    return after.step();
  }

  @JSExport
  public static Float64Array losses(int handle) {
    return Float64Array.copyFromJavaArray(game(handle).losses());
  }

  @JSExport
  public static Float32Array mask(int handle, int layer) {
    return Float32Array.copyFromJavaArray(game(handle).mask(layer));
  }

  @JSExport
  public static Float32Array weights(int handle, int net, int layer) {
    return Float32Array.copyFromJavaArray(game(handle).weights(net, layer));
  }

  @JSExport
  public static Float32Array map(int handle, int net, int view, int members) {
    return Float32Array.copyFromJavaArray(game(handle).map(net, view, members));
  }

  @JSExport
  public static Float32Array answers(int handle, int net, int view, int members) {
    return Float32Array.copyFromJavaArray(game(handle).answers(net, view, members));
  }

  @JSExport
  public static Float32Array data(int handle) {
    return Float32Array.copyFromJavaArray(game(handle).data());
  }

  @JSExport
  public static String fingerprint(int handle, int net) {
    return game(handle).fingerprint(net);
  }

  /** Makes the twenty steps, and returns the fingerprints of both nets. */
  @JSExport
  public static String proof() {
    return TwentySteps.run();
  }
}
