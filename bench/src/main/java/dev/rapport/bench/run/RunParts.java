package dev.rapport.bench.run;

import dev.rapport.bench.judge.Judges;
import dev.rapport.memory.Answerer;
import dev.rapport.work.Calls;
import dev.rapport.work.CallsFactory;
import java.util.function.Function;

/**
 * What a run is done with.
 *
 * @param answering one answerer for every memory, over the calls it is handed
 * @param freeAnswers whether answering calls no model, so that the empty-page row costs nothing
 * @param calls the way to the models by role, with {@code account} as its ledger
 */
public record RunParts(
    Remembering<?> memory,
    Reading reading,
    OptionOrder order,
    Function<Calls, Answerer> answering,
    boolean freeAnswers,
    Judges judges,
    CallsFactory calls,
    Account account) {}
