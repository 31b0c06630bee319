"""Runs the plug-in's rollout over a scripted server and prints every prompt, for comparison."""

import asyncio
import json
import os
import sys

job = sys.argv[1]
sys.path.insert(0, os.path.join(job, "plugin"))
import rapport_loop  # noqa: E402


async def main():
    prompts = rapport_loop.Prompts(sys.argv[2])
    for line in open(os.path.join(job, "data", "train.jsonl"), encoding="utf-8"):
        row = json.loads(line)
        with open(os.path.join(job, row["context"]), encoding="utf-8") as file:
            chunks = json.load(file)

        async def generate(prompt, kind, written):
            response = "\\boxed{%s}" % row["reward_model"]["ground_truth"] if kind == "answer" \
                else "- page {chunk} %d \u00e9\n" % len(written)
            written.append((prompt, response))
            return response

        written = await rapport_loop.rollout(chunks, row["prompt"][-1]["content"], prompts, generate)
        score = rapport_loop.compute_score("", written[-1][1], row["reward_model"]["ground_truth"])
        print(json.dumps({"prompts": [prompt for prompt, _ in written], "score": score}))


asyncio.run(main())
