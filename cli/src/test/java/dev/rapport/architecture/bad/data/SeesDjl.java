package dev.rapport.architecture.bad.data;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

/** A module that sees a library of others. */
public final class SeesDjl {
  public final Class<?> library = HuggingFaceTokenizer.class;
}
