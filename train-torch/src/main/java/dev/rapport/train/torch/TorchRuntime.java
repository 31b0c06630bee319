package dev.rapport.train.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * What must be set before libtorch's first class is loaded: its two thread pools spin against each
 * other, OpenBLAS obeys environment variables that halve its speed, and JavaCPP by default measures
 * the whole process on every call.
 */
final class TorchRuntime {
  private static final Linker LINKER = Linker.nativeLinker();

  static {
    for (String name : List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")) {
      unset(name);
    }
    for (String name : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")) {
      set(name, "1");
    }
    System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
  }

  private TorchRuntime() {}

  /** Returns when all is set. */
  static void prepare() {
    // The static initialiser has done it.
  }

  private static void unset(String name) {
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle call =
          handle("unsetenv", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
      int failed = (int) call.invokeExact(arena.allocateFrom(name));
      require(failed, name);
    } catch (Throwable e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static void set(String name, String value) {
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle call =
          handle(
              "setenv",
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT));
      int failed = (int) call.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
      require(failed, name);
    } catch (Throwable e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static void require(int failed, String name) {
    if (failed != 0) {
      throw new IllegalStateException("cannot set the environment variable " + name);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle handle(String name, FunctionDescriptor descriptor) {
    MemorySegment symbol = LINKER.defaultLookup().find(name).orElseThrow();
    return LINKER.downcallHandle(symbol, descriptor);
  }
}
