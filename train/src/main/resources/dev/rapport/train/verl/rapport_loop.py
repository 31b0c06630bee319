"""Rollouts that write a page chunk by chunk and answer once, for verl 0.9 (trainer v1).

Every page update and the answer are outputs of their own, the answer last: verl scores the last one
and gives its advantage to all. The reward is set here, for the stock reward managers mismeasure the
last output of several. Without verl installed, only the parts that need nothing of it can be used:
prompts, reward, and `rollout` over any server object with an async `generate`.
"""

import json
import os

try:
    from verl.experimental.agent_loop.agent_loop import AgentLoopBase, AgentLoopMetrics, AgentLoopOutput
except ImportError:
    AgentLoopBase, AgentLoopMetrics, AgentLoopOutput = object, None, None

import rapport_answer
import rapport_page

HERE = os.path.dirname(os.path.abspath(__file__))


def history(row):
    """What is asked in a row: {"updates": [prompt, ...], "answer": prompt}."""
    with open(os.path.join(HERE, "..", row["context"]), encoding="utf-8") as file:
        return json.load(file)


def messages(prompt, page):
    """The prompt with a page in its place, which is between the two parts of one message."""
    fenced = rapport_page.fence(prompt["label"], page or prompt["blank"])
    return [{"role": message["role"], "content": fenced.join(message["parts"])}
            for message in prompt["messages"]]


def compute_score(data_source, solution_str, ground_truth, extra_info=None, **kwargs):
    """For verl's reward function; the loop has set the same number already."""
    return rapport_answer.score(solution_str, ground_truth, list(extra_info["options"]))


async def rollout(asked, generate, tokens=None):
    """Asks for page after page and for the answer.

    generate takes messages and "page" or "answer", and gives back what was said.
    """
    page = rapport_page.NOTHING
    for prompt in asked["updates"]:
        page = rapport_page.read(await generate(messages(prompt, page), "page"), tokens)
    return await generate(messages(asked["answer"], page), "answer")


class RapportLoop(AgentLoopBase):
    """Registered as "rapport" by agent_loops.yaml."""

    def __init__(self, *args, page_tokens=2048, answer_tokens=1024, **kwargs):
        super().__init__(*args, **kwargs)
        self.limits = {"page": page_tokens, "answer": answer_tokens}

    async def run(self, sampling_params, **row):
        written = []

        async def generate(asked, kind):
            ids = await self.ct_build_initial_tokens(asked)
            params = dict(sampling_params, max_tokens=self.limits[kind])
            # A request of its own for each conversation: they share nothing.
            name = "%s-%s-%d" % (row.get("uid", ""), os.urandom(8).hex(), len(written))
            out = await self.server_manager.generate(
                request_id=name, prompt_ids=ids, sampling_params=params)
            response = list(out.token_ids) or [self.tokenizer.eos_token_id]
            written.append((ids, response, getattr(out, "log_probs", None)))
            return self.tokenizer.decode(response, skip_special_tokens=True)

        answer = await rollout(history(row), generate, self.tokens)
        score = compute_score("", answer, row["reward_model"]["ground_truth"], row["extra_info"])
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

    def tokens(self, words):
        return len(self.tokenizer.encode(words, add_special_tokens=False))
