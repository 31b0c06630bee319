"""Runs a job's rollout over a scripted server and prints every prompt and score, for comparison."""

import asyncio
import json
import os
import sys

job, replies = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
sys.path.insert(0, os.path.join(job, "plugin"))
import rapport_loop  # noqa: E402


async def main():
    for number, line in enumerate(open(os.path.join(job, "data", "train.jsonl"), encoding="utf-8")):
        row = json.loads(line)
        asked = []

        async def generate(messages, kind):
            said = replies[kind + "s"]
            asked.append(messages)
            return said[(number + len(asked) - 1) % len(said)]

        answer = await rapport_loop.rollout(rapport_loop.history(row), generate)
        scores = [rapport_loop.compute_score("", said, row["reward_model"]["ground_truth"], row["extra_info"])
                  for said in replies["answers"]]
        print(json.dumps({"id": row["extra_info"]["id"], "prompts": asked, "answer": answer, "scores": scores}))


asyncio.run(main())
