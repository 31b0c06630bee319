"""Trains the reader of the page: what a person let slip comes to lie near what would suit them.

Reads people (README.md says how they are written), writes the low-rank changes that the answerer
makes to bge-small-en-v1.5. Needs torch, onnx and tokenizers. Same data, seed and machine: same file.
"""

import argparse
import json
import math
import random
import struct
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer

from network import WIDTH, Encoder
from reader import Reader, held_out, loss_of

MAGIC, VERSION = 0x52505244, 1
WARMING = 20  # steps


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=Path, nargs="+", required=True, help="JSON Lines, a person a line")
    parser.add_argument("--network", required=True, help="bge-small-en-v1.5-q.onnx")
    parser.add_argument("--tokenizer", required=True, help="its tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--first", type=int, default=6, help="first layer that learns")
    parser.add_argument("--rank", type=int, default=16)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--together", type=int, default=2, help="people of a step")
    parser.add_argument("--held-out", type=float, default=0.06, help="share of people only asked")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--longest", type=int, default=192, help="tokens of a text")
    return parser.parse_args()


def write(reader, path):
    """Big-endian: magic, version, length, centre, sharpness, silence, and the changes: name, sizes, A, B."""
    changes = list(reader.encoder.changes())
    with path.open("wb") as out:
        out.write(struct.pack(">iii", MAGIC, VERSION, WIDTH))
        out.write(halves(reader.centre))
        out.write(struct.pack(">ddi", float(reader.sharpness.exp()), float(reader.silence), len(changes)))
        for name, down, up in changes:
            encoded = name.encode()
            out.write(struct.pack(">H", len(encoded)) + encoded)
            out.write(struct.pack(">iii", down.shape[0], down.shape[1], up.shape[1]))
            out.write(halves(down) + halves(up))
        out.write(struct.pack(">i", MAGIC))


def halves(tensor):
    return tensor.detach().numpy().astype(">f2").tobytes()


def rate_at(step, steps, most):
    """Rises, then falls along a cosine to a twentieth."""
    return most * min(1, (step + 1) / WARMING) * (0.05 + 0.475 * (1 + math.cos(math.pi * step / steps)))


def main():
    given = arguments()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    draw = random.Random(given.seed)
    people = [json.loads(line) for path in given.people for line in path.read_text().splitlines()]
    draw.shuffle(people)
    count = round(len(people) * given.held_out)
    asked_only, taught = people[:count], people[count:]
    tokenizer = Tokenizer.from_file(given.tokenizer)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    reader = Reader(Encoder(given.network, tokenizer, given.first, given.rank, given.longest))
    matrices = list(reader.encoder.parameters())
    scales = [reader.sharpness, reader.silence]
    optimiser = torch.optim.AdamW(
        [{"params": matrices, "weight_decay": 0.01}, {"params": scales, "weight_decay": 0}], lr=given.rate
    )
    an_epoch = math.ceil(len(taught) / given.together)
    steps = given.epochs * an_epoch
    numbers = sum(matrix.numel() for matrix in matrices)
    print(f"{len(taught)} people, {count} held out, {numbers} numbers learn, {steps} steps", flush=True)
    done, began = 0, time.monotonic()
    for epoch in range(given.epochs):
        draw.shuffle(taught)
        total = 0.0
        for at in range(0, len(taught), given.together):
            for group in optimiser.param_groups:
                group["lr"] = rate_at(done, steps, given.rate)
            loss = loss_of(reader, taught[at : at + given.together], draw)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(matrices, 1.0)
            optimiser.step()
            total += float(loss)
            done += 1
        write(reader, given.out)
        scale = f"sharpness {float(reader.sharpness.exp()):.1f}, silence {float(reader.silence):.2f}"
        left = (time.monotonic() - began) / done * (steps - done)
        print(
            f"epoch {epoch + 1}: loss {total / an_epoch:.3f}, {scale}; {held_out(reader, asked_only)}; "
            f"{left:.0f} s left",
            flush=True,
        )


if __name__ == "__main__":
    main()
