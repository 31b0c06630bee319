package dev.rapport.train.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * What must be set before libtorch's first class is loaded: its two thread pools spin against each
 * other, OpenBLAS obeys environment variables that halve its speed, and JavaCPP by default measures
 * the whole process on every call.
 */
final class TorchRuntime {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final int OUT = 1;
  private static final int ERR = 2;

  static {
    try (Arena arena = Arena.ofConfined()) {
      for (String name : List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")) {
        call("unsetenv", arena.allocateFrom(name));
      }
      for (String name : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")) {
        call("setenv", arena.allocateFrom(name), arena.allocateFrom("1"), 1);
      }
    }
    System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
  }

  private TorchRuntime() {}

  /** Returns when all is set. */
  static void prepare() {
    // The static initialiser has done it.
  }

  /** Lets native code that talks to standard output talk to standard error, as long as it works. */
  static <T> T quietly(Supplier<T> work) {
    int kept = call("dup", OUT);
    call("dup2", ERR, OUT);
    try {
      return work.get();
    } finally {
      call("dup2", kept, OUT);
      call("close", kept);
    }
  }

  /**
   * A function of the C library that takes addresses and numbers, and returns less than 0 if it
   * fails.
   */
  @SuppressWarnings("restricted")
  private static int call(String name, Object... arguments) {
    MemoryLayout[] layouts =
        Arrays.stream(arguments)
            .map(it -> it instanceof MemorySegment ? ValueLayout.ADDRESS : ValueLayout.JAVA_INT)
            .toArray(MemoryLayout[]::new);
    MemorySegment symbol = LINKER.defaultLookup().find(name).orElseThrow();
    try {
      int result =
          (int)
              LINKER
                  .downcallHandle(symbol, FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts))
                  .invokeWithArguments(arguments);
      if (result < 0) {
        throw new IllegalStateException("%s of the C library failed".formatted(name));
      }
      return result;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
