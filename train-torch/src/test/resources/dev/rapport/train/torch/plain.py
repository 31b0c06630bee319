"""Plain PyTorch, doing the steps of SpeedTest: one command a line on stdin, seconds on stdout.

The model is written as anybody would write it down, with the operators that PyTorch 1.13 has too.
"""

import math
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

THREADS, VOCABULARY, HIDDEN, MLP, LAYERS, HEADS, KV_HEADS, HEAD = (int(a) for a in sys.argv[1:9])
torch.set_num_threads(THREADS)
torch.manual_seed(1)


class Norm(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-6) * self.weight


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.before, self.between = Norm(HIDDEN), Norm(HIDDEN)
        self.q_norm, self.k_norm = Norm(HEAD), Norm(HEAD)
        self.q = nn.Linear(HIDDEN, HEADS * HEAD, bias=False)
        self.k = nn.Linear(HIDDEN, KV_HEADS * HEAD, bias=False)
        self.v = nn.Linear(HIDDEN, KV_HEADS * HEAD, bias=False)
        self.o = nn.Linear(HEADS * HEAD, HIDDEN, bias=False)
        self.gate = nn.Linear(HIDDEN, MLP, bias=False)
        self.up = nn.Linear(HIDDEN, MLP, bias=False)
        self.down = nn.Linear(MLP, HIDDEN, bias=False)

    def forward(self, x, cos, sin, mask, cache=None, at=0):
        b, t, _ = x.shape
        y = self.before(x)
        q = turn(self.q_norm(self.q(y).view(b, t, HEADS, HEAD)).transpose(1, 2), cos, sin)
        k = turn(self.k_norm(self.k(y).view(b, t, KV_HEADS, HEAD)).transpose(1, 2), cos, sin)
        v = self.v(y).view(b, t, KV_HEADS, HEAD).transpose(1, 2)
        if cache is not None:
            cache[0][:, :, at:at + t], cache[1][:, :, at:at + t] = k, v
            k, v = cache[0][:, :, :at + t], cache[1][:, :, :at + t]
        k = k.repeat_interleave(HEADS // KV_HEADS, 1)
        v = v.repeat_interleave(HEADS // KV_HEADS, 1)
        if hasattr(F, "scaled_dot_product_attention"):
            z = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        else:
            scores = q @ k.transpose(-1, -2) / math.sqrt(HEAD)
            z = (scores if mask is None else scores + mask).softmax(-1) @ v
        x = x + self.o(z.transpose(1, 2).reshape(b, t, HEADS * HEAD))
        y = self.between(x)
        return x + self.down(F.silu(self.gate(y)) * self.up(y))


def turn(x, cos, sin):
    half = HEAD // 2
    return x * cos + torch.cat((-x[..., half:], x[..., :half]), -1) * sin


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, HIDDEN)
        self.blocks = nn.ModuleList(Block() for _ in range(LAYERS))
        self.last = Norm(HIDDEN)
        for p in self.parameters():
            if p.dim() == 2:
                nn.init.normal_(p, 0, 0.02)
        angles = torch.outer(torch.arange(1024.0), 10_000 ** (-torch.arange(0, HEAD, 2) / HEAD))
        self.cos, self.sin = (torch.cat((f, f), -1) for f in (angles.cos(), angles.sin()))

    def forward(self, ids, caches=None, at=0):
        t = ids.shape[1]
        cos, sin = self.cos[at:at + t], self.sin[at:at + t]
        mask = None if t == 1 else torch.full((t, t), -math.inf).triu(1)
        x = self.embedding(ids)
        for i, block in enumerate(self.blocks):
            x = block(x, cos, sin, mask, None if caches is None else caches[i], at)
        return self.last(x) @ self.embedding.weight.T


model = Model()
optimiser = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.01)


def train(width, length):
    ids = torch.randint(0, VOCABULARY, (width, length + 1))
    logits = model(ids[:, :-1])
    F.cross_entropy(logits.reshape(-1, VOCABULARY), ids[:, 1:].reshape(-1)).backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)


@torch.no_grad()
def write(width, length):
    ids = torch.arange(1, 9).repeat(width, 1)
    caches = [(torch.zeros(width, KV_HEADS, 8 + length, HEAD), torch.zeros(width, KV_HEADS, 8 + length, HEAD))
              for _ in range(LAYERS)]
    at = 0
    for _ in range(length):
        logits = model(ids, caches, at)[:, -1]
        at += ids.shape[1]
        ids = torch.multinomial(logits.softmax(-1), 1)


def multiply(size, times):
    a, b = torch.randn(size, size), torch.randn(size, size)
    for _ in range(times):
        a @ b


WORK = {"train": train, "write": write, "multiply": multiply}
print("ready", torch.__version__, flush=True)
for line in sys.stdin:
    name, first, second = line.split()
    start = time.perf_counter()
    WORK[name](int(first), int(second))
    print(time.perf_counter() - start, flush=True)
