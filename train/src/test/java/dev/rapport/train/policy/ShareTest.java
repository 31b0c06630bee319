package dev.rapport.train.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ShareTest {
  static Stream<long[]> works() {
    var random = new SplittableRandom(1);
    return Stream.generate(() -> random.longs(random.nextInt(0, 40), 1, 90).toArray()).limit(40);
  }

  @ParameterizedTest
  @MethodSource("works")
  void everyRow_isOneReplicas_andNobodyHasARowTooMany(long[] work) {
    long longest = LongStream.of(work).max().orElse(0);
    for (int size = 1; size <= 5; size++) {
      int next = 0;
      for (int rank = 0; rank < size; rank++) {
        Share share = Share.of(new Of(rank, size), work);
        assertThat(share.from()).isEqualTo(next);
        next = share.to();
        long mine = LongStream.of(work).skip(share.from()).limit(next - share.from()).sum();
        double fair = LongStream.of(work).sum() / (double) size;
        assertThat((double) mine).isBetween(fair - longest, fair + longest);
      }
      assertThat(next).isEqualTo(work.length);
    }
  }

  @Test
  void givenFewerRowsThanReplicas_someHaveNone() {
    assertThat(Share.of(new Of(0, 2), new long[] {5}).isEmpty())
        .isNotEqualTo(Share.of(new Of(1, 2), new long[] {5}).isEmpty());
  }

  private record Of(int rank, int size) implements Replicas {
    @Override
    public void sum(float[] values) {}

    @Override
    public void sum(double[] values) {}

    @Override
    public void close() {}
  }
}
