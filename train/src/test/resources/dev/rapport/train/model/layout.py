"""Reads two model folders as Hugging Face lays them out, and says where the second differs.

Nothing but Python: headers of safetensors files, their index, and config.json.
"""

import json
import os
import struct
import sys

BYTES = {"F32": 4, "F16": 2, "BF16": 2}
KEPT = ["model_type", "architectures", "vocab_size", "hidden_size", "intermediate_size", "num_hidden_layers",
        "num_attention_heads", "num_key_value_heads", "head_dim", "max_position_embeddings", "rms_norm_eps",
        "rope_theta", "tie_word_embeddings", "hidden_act", "eos_token_id"]


def header(path):
    size = os.path.getsize(path)
    with open(path, "rb") as file:
        length = struct.unpack("<Q", file.read(8))[0]
        entries = json.loads(file.read(length))
    assert entries.pop("__metadata__", {"format": "pt"})["format"] == "pt", path
    at = 0
    for name, entry in entries.items():
        start, end = entry["data_offsets"]
        count = 1
        for extent in entry["shape"]:
            count *= extent
        assert start == at and end - start == count * BYTES[entry["dtype"]], (path, name, entry)
        at = end
    assert 8 + length + at == size and (8 + length) % 8 == 0, path
    return entries


def tensors(folder):
    index = os.path.join(folder, "model.safetensors.index.json")
    if not os.path.exists(index):
        return header(os.path.join(folder, "model.safetensors"))
    assert not os.path.exists(os.path.join(folder, "model.safetensors")), folder
    with open(index, encoding="utf-8") as file:
        index = json.load(file)
    found = {}
    for shard in sorted(set(index["weight_map"].values())):
        for name, entry in header(os.path.join(folder, shard)).items():
            assert index["weight_map"][name] == shard, (name, shard)
            found[name] = entry
    assert found.keys() == index["weight_map"].keys(), folder
    total = sum(entry["data_offsets"][1] - entry["data_offsets"][0] for entry in found.values())
    assert index.get("metadata", {}).get("total_size", total) == total, index["metadata"]
    return found


def config(folder):
    with open(os.path.join(folder, "config.json"), encoding="utf-8") as file:
        return json.load(file)


before, after, dtype = sys.argv[1], sys.argv[2], sys.argv[3]
given, saved = tensors(before), tensors(after)
assert given.keys() == saved.keys(), given.keys() ^ saved.keys()
for name, entry in saved.items():
    assert entry["shape"] == given[name]["shape"] and entry["dtype"] == dtype, (name, entry, given[name])
old, new = config(before), config(after)
for key in KEPT:
    assert key not in old or old[key] == new[key], (key, old.get(key), new.get(key))
assert new["torch_dtype"] == {"F32": "float32", "BF16": "bfloat16"}[dtype], new["torch_dtype"]
print("same layout,", len(saved), "tensors")
