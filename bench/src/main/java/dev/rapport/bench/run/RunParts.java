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
 * @param calls the way to the models by role, with {@code account} as its ledger
 */
public record RunParts(
    Remembering<?> memory,
    Reading reading,
    OptionOrder order,
    Function<Calls, Answerer> answering,
    Judges judges,
    CallsFactory calls,
    Account account) {}
