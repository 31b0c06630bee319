package dev.rapport.text;

/** Takes common English endings off, so that "guitars" meets "guitar"; rough on purpose. */
final class Stemmer {
  private static final int SHORTEST = 3;
  private static final String[] ENDINGS = {"ing", "edly", "ies", "ed", "ly", "es", "s"};

  private Stemmer() {}

  static String stem(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
        return tidy(word, ending);
      }
    }
    return word.endsWith("e") && word.length() > SHORTEST
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static String tidy(String word, String ending) {
    if (ending.equals("s") && (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is"))) {
      return word;
    }
    String root = word.substring(0, word.length() - ending.length());
    if (ending.equals("ies")) {
      return root + "y";
    }
    int last = root.length() - 1;
    boolean doubled =
        root.charAt(last) == root.charAt(last - 1) && "bdgmnprt".indexOf(root.charAt(last)) >= 0;
    if (doubled && root.length() > SHORTEST) {
      return root.substring(0, last);
    }
    return root.endsWith("e") && root.length() > SHORTEST ? root.substring(0, last) : root;
  }
}
