"""bge-small-en-v1.5 from its quantized ONNX file, its upper layers with low-rank changes that learn."""

import math

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import nn

LAYERS, HEADS, WIDTH = 12, 12, 384
FIRST_MATRIX, MATRICES_A_LAYER = 1525, 13
MATRICES = {"query": 0, "key": 1, "value": 4, "output": 10, "inner": 11, "outer": 12}
BIASES = {
    "query": "attention.self.query.bias",
    "key": "attention.self.key.bias",
    "value": "attention.self.value.bias",
    "output": "attention.output.dense.bias",
    "inner": "intermediate.dense.bias",
    "outer": "output.dense.bias",
}


def matrix_name(layer, part):
    """What the ONNX file calls a weight matrix."""
    return f"onnx::MatMul_{FIRST_MATRIX + MATRICES_A_LAYER * layer + MATRICES[part]}"


class Weights:
    """The file's tensors, in 32 bits."""

    def __init__(self, path):
        self.tensors = {t.name: t for t in onnx.load(path).graph.initializer}

    def __getitem__(self, name):
        if name in self.tensors:
            return torch.from_numpy(numpy_helper.to_array(self.tensors[name]).astype(np.float32))
        return (self[name + "_quantized"] - self[name + "_zero_point"]) * self[name + "_scale"]


class Linear(nn.Module):
    """x W + b, and, with a rank, + x A B where A [in, rank] and B [rank, out] learn."""

    def __init__(self, weight, bias, rank):
        super().__init__()
        self.weight, self.bias, self.rank = weight.t().contiguous(), bias, rank
        if rank:
            inner, outer = weight.shape
            self.down = nn.Parameter(torch.randn(rank, inner) / math.sqrt(inner))
            self.up = nn.Parameter(torch.zeros(outer, rank))

    def forward(self, x):
        y = F.linear(x, self.weight, self.bias)
        return y + F.linear(F.linear(x, self.down), self.up) if self.rank else y


class Layer(nn.Module):
    def __init__(self, weights, layer, rank):
        super().__init__()
        prefix = f"encoder.layer.{layer}."
        for part in MATRICES:
            setattr(
                self, part, Linear(weights[matrix_name(layer, part)], weights[prefix + BIASES[part]], rank)
            )
        norms = [prefix + "attention.output.LayerNorm.", prefix + "output.LayerNorm."]
        self.norms = [(weights[n + "weight"], weights[n + "bias"]) for n in norms]

    def forward(self, x, bias, rows):
        """Rows of the result: all, or only the first where nothing else is asked for."""
        batch, length, _ = x.shape
        asking = x[:, :rows]

        def heads(y):
            return y.view(batch, -1, HEADS, WIDTH // HEADS).transpose(1, 2)

        scores = heads(self.query(asking)) @ heads(self.key(x)).transpose(-1, -2)
        seen = (scores / math.sqrt(WIDTH // HEADS) + bias).softmax(-1) @ heads(self.value(x))
        y = normed(self.output(seen.transpose(1, 2).reshape(batch, -1, WIDTH)) + asking, self.norms[0])
        return normed(self.outer(F.gelu(self.inner(y))) + y, self.norms[1])


def normed(x, norm):
    return F.layer_norm(x, (WIDTH,), *norm, 1e-12)


class Encoder(nn.Module):
    """Layers below ``first`` stay as they are and read each text once; those from there on learn."""

    def __init__(self, path, tokenizer, first, rank, longest):
        super().__init__()
        weights = Weights(path)
        self.tokenizer, self.longest, self.first = tokenizer, longest, first
        self.words = weights["embeddings.word_embeddings.weight"]
        self.places = weights["embeddings.position_embeddings.weight"]
        self.kind = weights["embeddings.token_type_embeddings.weight"][0]
        self.norm = (weights["embeddings.LayerNorm.weight"], weights["embeddings.LayerNorm.bias"])
        self.lower = [Layer(weights, layer, 0) for layer in range(first)]
        self.upper = nn.ModuleList(Layer(weights, layer, rank) for layer in range(first, LAYERS))
        self.kept = {}

    def forward(self, texts, chunk=64):
        """One vector of unit length for each text, [texts, WIDTH]."""
        self.read([text for text in dict.fromkeys(texts) if text not in self.kept], chunk)
        order = sorted(dict.fromkeys(texts), key=lambda text: len(self.kept[text]))
        vectors = [self.rise(order[at : at + chunk]) for at in range(0, len(order), chunk)]
        place = {text: i for i, text in enumerate(order)}
        return torch.cat(vectors)[[place[text] for text in texts]]

    def rise(self, texts):
        states, bias = padded([self.kept[text].float() for text in texts])
        for layer in self.upper[:-1]:
            states = layer(states, bias, states.shape[1])
        return F.normalize(self.upper[-1](states, bias, 1)[:, 0], dim=-1)

    @torch.no_grad()
    def read(self, texts, chunk):
        tokens = {text: self.tokenizer.encode(text).ids[: self.longest] for text in texts}
        order = sorted(texts, key=lambda text: len(tokens[text]))
        for at in range(0, len(order), chunk):
            part = order[at : at + chunk]
            embedded = [self.words[tokens[t]] + self.places[: len(tokens[t])] + self.kind for t in part]
            states, bias = padded([normed(e, self.norm) for e in embedded])
            for layer in self.lower:
                states = layer(states, bias, states.shape[1])
            for text, state in zip(part, states):
                self.kept[text] = state[: len(tokens[text])].half()

    def changes(self):
        """(name in the ONNX file, A [in, rank], B [rank, out]) of each matrix that learned."""
        for number, layer in enumerate(self.upper, self.first):
            for part in MATRICES:
                linear = getattr(layer, part)
                yield matrix_name(number, part), linear.down.detach().t(), linear.up.detach().t()


def padded(rows):
    """[texts, longest, WIDTH] and what hides the padding from attention."""
    longest = max(len(row) for row in rows)
    states = torch.zeros(len(rows), longest, WIDTH)
    hidden = torch.full((len(rows), 1, 1, longest), -1e9)
    for i, row in enumerate(rows):
        states[i, : len(row)] = row
        hidden[i, ..., : len(row)] = 0
    return states, hidden
