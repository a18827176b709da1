package dojo.words;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * The sentences of a room, by key, in one language.
 *
 * <p>They stand in {@code dojo/<room>/words.properties}, in UTF-8; a translation stands beside it,
 * for example in {@code words_zh.properties}. What a language lacks is said in English. A key says
 * what its sentence says, so that the code can be read without it.
 */
public final class Words {
  private final String name;
  private final ResourceBundle bundle;
  private final Locale language;

  private Words(String name, ResourceBundle bundle, Locale language) {
    this.name = name;
    this.bundle = bundle;
    this.language = language;
  }

  /**
   * Opens the sentences of a room.
   *
   * @param member any class of the room
   * @param language the language to speak; English where it has no translation
   * @return the sentences
   * @throws MissingResourceException if the room has no {@code words.properties}
   */
  public static Words of(Class<?> member, Locale language) {
    String name = member.getPackageName() + ".words";
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    ResourceBundle bundle =
        ResourceBundle.getBundle(name, language, member.getClassLoader(), control);
    return new Words(name, bundle, language);
  }

  /**
   * Returns the language of this program's surroundings: for the outermost layer, which hands it
   * inwards.
   *
   * @return what the environment variable {@code DOJO_LANG} names, for example {@code zh}; if it is
   *     not set, the language of the system
   */
  public static Locale surroundings() {
    String named = System.getenv("DOJO_LANG");
    return named == null || named.isBlank()
        ? Locale.getDefault()
        : Locale.forLanguageTag(named.strip().replace('_', '-'));
  }

  /**
   * Returns a sentence.
   *
   * @param key its key
   * @param values what its places {@code %s}, {@code %d}, {@code %2$s} hold, as in {@link
   *     String#format}; numbers are written as in English
   * @return the sentence
   * @throws IllegalArgumentException if there is no such key
   */
  public String say(String key, Object... values) {
    try {
      return String.format(Locale.ROOT, bundle.getString(key), values);
    } catch (MissingResourceException e) {
      throw new IllegalArgumentException(
          name.replace('.', '/') + ".properties has no sentence \"" + key + "\": add it there", e);
    }
  }

  /**
   * Returns all sentences, for a template that says them.
   *
   * @return each by its key, with places such as {@code %s} that are still to be filled
   */
  public Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    bundle.keySet().forEach(key -> all.put(key, bundle.getString(key)));
    return all;
  }

  /**
   * Returns the language that was asked for.
   *
   * @return the language
   */
  public Locale language() {
    return language;
  }
}
