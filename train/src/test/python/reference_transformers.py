"""Compares the fixtures' logits with those of Hugging Face transformers.

Run from this folder: python reference_transformers.py ../resources/dev/rapport/train/java
Needs torch and transformers 4.56 or newer. The logits that are checked in come from fixtures.py;
with torch 2.13 and transformers 5.17 they differ by at most 2.5e-6.
"""

import json
import pathlib
import sys

import torch
from transformers import AutoModelForCausalLM

for folder in sorted(pathlib.Path(sys.argv[1]).glob("tiny-*")):
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
    worst = 0.0
    for case in json.loads((folder / "logits.json").read_text()):
        with torch.no_grad():
            out = model(torch.tensor([case["tokens"]])).logits[0, -1]
        worst = max(worst, (out - torch.tensor(case["logits"])).abs().max().item())
    print(f"{folder.name}: largest difference {worst:.2e}")
    assert worst < 1e-4, folder
