package dev.rapport.bench.run;

import java.util.SequencedMap;

/**
 * How a session of a run ended.
 *
 * @param finished false when the limits stopped it; what is done is kept, and it can be resumed
 * @param verdicts how many of each there are, for each way of asking
 * @param right sum of the scores of what was judged
 * @param judged answers that have a score
 * @param spent on the run so far, every session
 */
public record RunResult(
    boolean finished,
    SequencedMap<VerdictRecord.Verdict, Long> verdicts,
    double right,
    long judged,
    Spent spent) {}
