package dev.rapport.train.torch;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;

/** What must outlive the scope it was made in. */
final class Scopes {
  private Scopes() {}

  static <P extends Pointer> P keep(P pointer) {
    pointer.retainReference();
    PointerScope scope = PointerScope.getInnerScope();
    if (scope != null) {
      scope.detach(pointer);
    }
    return pointer;
  }

  /** A scope or guard works by being open. */
  @SuppressWarnings("EmptyMethod")
  static void used(AutoCloseable open) {
    assert open != null;
  }
}
