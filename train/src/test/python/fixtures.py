"""Tiny Qwen2 and Qwen3 checkpoints with their logits, from a forward pass of its own in float64.

Run from this folder: python fixtures.py ../resources/dev/rapport/train/java
It needs numpy only, and shares no code with the engines: it follows the published descriptions
(rotate-half RoPE, RMSNorm, grouped-query attention, SwiGLU). reference_transformers.py asks
transformers for the same logits.
"""

import json
import pathlib
import struct
import sys

import numpy as np

TOKENS = [[5, 1, 28, 3, 14, 14, 9, 22, 0, 7, 30, 2, 19], [8], [3, 3, 3, 4, 25, 6, 17]]

CONFIGS = {
    # Biases, two query heads to a key head, an untied head, a large RoPE base.
    "qwen2": dict(
        model_type="qwen2", architectures=["Qwen2ForCausalLM"], vocab_size=31, hidden_size=24,
        intermediate_size=40, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2,
        max_position_embeddings=128, rms_norm_eps=1e-6, rope_theta=1000000.0,
        tie_word_embeddings=False, hidden_act="silu", use_sliding_window=False,
        torch_dtype="bfloat16", eos_token_id=1),
    # Query and key norms, heads wider than hidden / heads, tied, in shards.
    "qwen3": dict(
        model_type="qwen3", architectures=["Qwen3ForCausalLM"], vocab_size=31, hidden_size=24,
        intermediate_size=40, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=1,
        head_dim=10, max_position_embeddings=128, rms_norm_eps=1e-6, rope_theta=5000000.0,
        tie_word_embeddings=True, hidden_act="silu", attention_bias=False,
        use_sliding_window=False, torch_dtype="float32", eos_token_id=[1, 2]),
}


def shapes(c):
    d, n = c["hidden_size"], c["intermediate_size"]
    size = c.get("head_dim", d // c["num_attention_heads"])
    q, k = c["num_attention_heads"] * size, c["num_key_value_heads"] * size
    out = {"model.embed_tokens.weight": (c["vocab_size"], d)}
    for i in range(c["num_hidden_layers"]):
        at = f"model.layers.{i}."
        out[at + "input_layernorm.weight"] = (d,)
        for name, width in (("q", q), ("k", k), ("v", k)):
            out[f"{at}self_attn.{name}_proj.weight"] = (width, d)
            if c["model_type"] == "qwen2":
                out[f"{at}self_attn.{name}_proj.bias"] = (width,)
        if c["model_type"] == "qwen3":
            out[at + "self_attn.q_norm.weight"] = out[at + "self_attn.k_norm.weight"] = (size,)
        out[at + "self_attn.o_proj.weight"] = (d, q)
        out[at + "post_attention_layernorm.weight"] = (d,)
        out[at + "mlp.gate_proj.weight"] = out[at + "mlp.up_proj.weight"] = (n, d)
        out[at + "mlp.down_proj.weight"] = (d, n)
    out["model.norm.weight"] = (d,)
    if not c["tie_word_embeddings"]:
        out["lm_head.weight"] = (c["vocab_size"], d)
    return out


def bf16(x):
    bits = x.astype("<f4").view("<u4")
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype("<u2")


def widened(bits):
    return (bits.astype("<u4") << 16).view("<f4")


def logits(c, w, tokens):
    size = c.get("head_dim", c["hidden_size"] // c["num_attention_heads"])
    heads, keys = c["num_attention_heads"], c["num_key_value_heads"]
    n = len(tokens)

    def norm(x, name):
        scale = np.sqrt((x * x).mean(-1, keepdims=True) + c["rms_norm_eps"])
        return x / scale * w[name]

    def projected(h, name, count):
        y = h @ w[name + "_proj.weight"].T
        if name + "_proj.bias" in w:
            y = y + w[name + "_proj.bias"]
        y = y.reshape(n, count, size)
        return norm(y, name + "_norm.weight") if name + "_norm.weight" in w else y

    def turned(x):
        half = size // 2
        angle = np.arange(n)[:, None] / c["rope_theta"] ** (2 * np.arange(half) / size)
        cos, sin = np.cos(angle)[:, None, :], np.sin(angle)[:, None, :]
        a, b = x[..., :half], x[..., half:]
        return np.concatenate([a * cos - b * sin, b * cos + a * sin], -1)

    x = w["model.embed_tokens.weight"][tokens]
    for i in range(c["num_hidden_layers"]):
        at = f"model.layers.{i}."
        h = norm(x, at + "input_layernorm.weight")
        q = turned(projected(h, at + "self_attn.q", heads))
        k = np.repeat(turned(projected(h, at + "self_attn.k", keys)), heads // keys, 1)
        v = np.repeat(projected(h, at + "self_attn.v", keys), heads // keys, 1)
        scores = np.einsum("ihd,jhd->hij", q, k) / np.sqrt(size)
        scores[:, np.triu_indices(n, 1)[0], np.triu_indices(n, 1)[1]] = -np.inf
        p = np.exp(scores - scores.max(-1, keepdims=True))
        p /= p.sum(-1, keepdims=True)
        y = np.einsum("hij,jhd->ihd", p, v).reshape(n, heads * size)
        x = x + y @ w[at + "self_attn.o_proj.weight"].T
        h = norm(x, at + "post_attention_layernorm.weight")
        gate = h @ w[at + "mlp.gate_proj.weight"].T
        up = h @ w[at + "mlp.up_proj.weight"].T
        x = x + (gate / (1 + np.exp(-gate)) * up) @ w[at + "mlp.down_proj.weight"].T
    head = "model.embed_tokens.weight" if c["tie_word_embeddings"] else "lm_head.weight"
    return norm(x, "model.norm.weight") @ w[head].T


def safetensors(path, tensors, dtype):
    header, data = {}, b""
    for name, values in tensors.items():
        raw = (bf16(values) if dtype == "BF16" else values.astype("<f4")).tobytes()
        header[name] = dict(dtype=dtype, shape=list(values.shape),
                            data_offsets=[len(data), len(data) + len(raw)])
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def main(out):
    for number, (name, c) in enumerate(CONFIGS.items()):
        folder = out / ("tiny-" + name)
        folder.mkdir(parents=True, exist_ok=True)
        dtype = "BF16" if c["torch_dtype"] == "bfloat16" else "F32"
        rng = np.random.default_rng(number)
        w = {}
        for key, shape in shapes(c).items():
            centre, spread = (1.0, 0.3) if key.endswith("norm.weight") else (0.0, 0.25)
            values = (centre + spread * rng.standard_normal(shape)).astype("<f4")
            w[key] = widened(bf16(values)) if dtype == "BF16" else values
        (folder / "config.json").write_text(json.dumps(c, indent=1) + "\n")
        if name == "qwen3":
            names = list(w)
            place = {n: f"model-0000{1 + (i > len(names) // 2)}-of-00002.safetensors"
                     for i, n in enumerate(names)}
            for shard in sorted(set(place.values())):
                safetensors(folder / shard, {n: w[n] for n in names if place[n] == shard}, dtype)
            (folder / "model.safetensors.index.json").write_text(
                json.dumps(dict(metadata={}, weight_map=place), indent=1) + "\n")
        else:
            safetensors(folder / "model.safetensors", w, dtype)
        wide = {key: values.astype(np.float64) for key, values in w.items()}
        golden = [dict(tokens=t, logits=[round(v, 9) for v in logits(c, wide, t)[-1]])
                  for t in TOKENS]
        (folder / "logits.json").write_text(json.dumps(golden) + "\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
