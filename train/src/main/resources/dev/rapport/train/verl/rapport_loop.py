"""Rollouts that write a page chunk by chunk and answer once, for verl 0.9 (trainer v1).

Every page update and the answer are outputs of their own, the answer last: verl scores the last one
and gives its advantage to all. The reward is set here, for the stock reward managers mismeasure the
last output of several. Without verl installed, only the parts that need nothing of it can be used:
prompts, reward, and `rollout` over any server object with an async `generate`.
"""

import json
import os
import re

try:
    from verl.experimental.agent_loop.agent_loop import AgentLoopBase, AgentLoopMetrics, AgentLoopOutput
except ImportError:
    AgentLoopBase, AgentLoopMetrics, AgentLoopOutput = object, None, None

HERE = os.path.dirname(os.path.abspath(__file__))


def read(name):
    with open(os.path.join(HERE, name), encoding="utf-8", newline="") as file:
        return file.read()


def fill(template, values):
    """Puts values in one pass, so that braces inside a value stay as they are."""
    return re.sub(r"\{(page|chunk|query)\}", lambda match: values[match.group(1)], template)


class Prompts:
    def __init__(self, variant):
        self.update_template = read("update-query-aware.txt" if variant == "query-aware" else "update.txt")
        self.answer_template = read("answer.txt")

    def update(self, page, chunk, query):
        return fill(self.update_template, {"page": page, "chunk": chunk, "query": query})

    def answer(self, page, query):
        return fill(self.answer_template, {"page": page, "query": query, "chunk": ""})


def letter(text):
    """The last boxed letter, or an empty string."""
    found = re.findall(r"\\boxed\{\s*\(?\s*(?:\\text\{)?\s*([A-Za-z])\s*\}?\s*\)?\s*\}", text)
    return found[-1].upper() if found else ""


def compute_score(data_source, solution_str, ground_truth, extra_info=None, **kwargs):
    """For verl's reward function; the loop has set the same number already."""
    return 1.0 if letter(solution_str) == ground_truth else 0.0


async def rollout(chunks, query, prompts, generate, blank="(nothing yet)"):
    """Yields nothing but the list of (prompt, response) in order, the answer last."""
    page, written = blank, []
    for chunk in chunks:
        prompt = prompts.update(page, chunk, query)
        page = await generate(prompt, "page", written)
    prompt = prompts.answer(page, query)
    await generate(prompt, "answer", written)
    return written


class RapportLoop(AgentLoopBase):
    """Registered as "rapport" by agent_loops.yaml."""

    def __init__(self, *args, variant="blind", page_tokens=2048, answer_tokens=1024, **kwargs):
        super().__init__(*args, **kwargs)
        self.prompts = Prompts(variant)
        self.limits = {"page": page_tokens, "answer": answer_tokens}

    async def run(self, sampling_params, **row):
        with open(os.path.join(HERE, "..", row["context"]), encoding="utf-8") as file:
            chunks = json.load(file)
        truth = row["reward_model"]["ground_truth"]

        async def generate(prompt, kind, written):
            ids = await self.ct_build_initial_tokens([{"role": "user", "content": prompt}])
            params = dict(sampling_params, max_tokens=self.limits[kind])
            # A request of its own for each conversation: they share nothing.
            name = "%s-%s-%d" % (row.get("uid", ""), os.urandom(8).hex(), len(written))
            out = await self.server_manager.generate(
                request_id=name, prompt_ids=ids, sampling_params=params)
            response = list(out.token_ids) or [self.tokenizer.eos_token_id]
            written.append((ids, response, getattr(out, "log_probs", None)))
            return self.tokenizer.decode(response, skip_special_tokens=True)

        written = await rollout(chunks, row["raw_prompt"][-1]["content"], self.prompts, generate)
        answer = self.tokenizer.decode(written[-1][1], skip_special_tokens=True)
        score = compute_score("", answer, truth)
        outputs = []
        for place, (ids, response, log_probs) in enumerate(written):
            last = place == len(written) - 1
            outputs.append(AgentLoopOutput(
                prompt_ids=ids,
                response_ids=response,
                response_mask=[1] * len(response),
                response_logprobs=log_probs,
                reward_score=score if last else None,
                num_turns=2,
                metrics=AgentLoopMetrics(),
                extra_fields={"reward_extra_info": {"acc": score}} if last else {},
            ))
        return outputs
