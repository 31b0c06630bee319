package dev.rapport.data.sample;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Kinds of preference, as PersonaMem-v2 names them (arXiv 2512.06688). */
public enum PreferenceType {
  STEREOTYPICAL("stereotypical_pref"),
  ANTI_STEREOTYPICAL("anti_stereotypical_pref"),
  NEUTRAL("neutral_preferences"),
  HEALTH("health_and_medical_conditions"),
  THERAPY("therapy_background"),
  ASK_TO_FORGET("ask_to_forget"),
  SENSITIVE_INFO("sensitive_info");

  private final String label;

  PreferenceType(String label) {
    this.label = label;
  }

  /** The name in files and reports. */
  public String label() {
    return label;
  }

  static Map<String, PreferenceType> byLabel() {
    Map<String, PreferenceType> types = new LinkedHashMap<>();
    Arrays.stream(values()).forEach(type -> types.put(type.label, type));
    return types;
  }
}
