"""What the reader learns from: which message tells what suits its writer, alone and on a page."""

import math

import torch
from torch import nn

from network import WIDTH

VERSIONS = 4  # of each item's message: as many as it has options
WITHOUT_THE_TELLING = 0.2  # share of pages on which nothing tells, so that silence is learned
WEIGHTS = {"answer": 1, "find": 0.5, "near": 0.5, "nothing": 0.2}


class Reader(nn.Module):
    """Log weights of passages and options; ``silence`` is that of a passage that favours none."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder
        self.sharpness = nn.Parameter(torch.tensor(math.log(20.0)))
        self.silence = nn.Parameter(torch.tensor(0.0))
        self.register_buffer("centre", torch.zeros(WIDTH))

    def scores(self, messages, others):
        return (messages - self.centre) @ others.t() * self.sharpness.exp()

    def by_option(self, joint):
        """log P(option) over passages [passages, options], the silent one among them."""
        with_silence = torch.cat([joint, self.silence.expand(1, joint.shape[1])])
        return with_silence.logsumexp(0) - with_silence.flatten().logsumexp(0)


def asked(item):
    return [f"{item['query']} {option}" for option in item["options"]]


def loss_of(reader, people, draw):
    """Of one step over some people's items."""
    items = [(who, item) for who, person in enumerate(people) for item in person["items"]]
    messages = [message for _, item in items for message in item["messages"]]
    texts = [
        [as_said(message, draw) for message in messages],
        [message["preference"] for message in messages],
        [text for _, item in items for text in asked(item)],
        [item["query"] for _, item in items],
    ]
    vectors = reader.encoder([text for group in texts for text in group])
    said, plain, option, query = vectors.split([len(group) for group in texts])
    with torch.no_grad():
        reader.centre.lerp_(said.mean(0), 0.1 if reader.centre.any() else 1.0)
    n = len(items)
    own = torch.arange(n)
    to_options = reader.scores(said, option).view(n, VERSIONS, n, VERSIONS)
    plain_to_options = reader.scores(plain, option).view(n, VERSIONS, n, VERSIONS)
    to_query = reader.scores(said, query).view(n, VERSIONS, n)
    return (
        pairs(to_options[own, :, own, :])
        + 0.5 * pairs(reader.scores(said, plain)[None])
        + 0.5 * pairs(plain_to_options[own, :, own, :])
        + loss_of_pages(reader, items, to_options, to_query, draw)
    )


def as_said(message, draw):
    """A page holds what was said in part, in whole, or said plainly."""
    share = draw.random()
    return message["preference" if share < 0.1 else "evidence" if share < 0.6 else "text"]


def pairs(scores):
    """Cross-entropy of the pairs on the diagonal, both ways; [groups, members, members]."""
    return -sum(scores.log_softmax(side).diagonal(dim1=1, dim2=2).mean() for side in (1, 2)) / 2


def loss_of_pages(reader, items, to_options, to_query, draw):
    """A page holds one passage of each of a person's items, and some of strangers."""
    losses = {name: [] for name in WEIGHTS}
    for at, (who, _) in enumerate(items):
        mine = [i for i, (owner, _) in enumerate(items) if owner == who and i != at]
        strangers = [i for i, (owner, _) in enumerate(items) if owner != who]
        for right in range(VERSIONS):
            few = draw.randrange(len(strangers) + 1) if strangers else 0
            others = mine + draw.sample(strangers, few)
            page = [(at, right)] + [(i, draw.randrange(VERSIONS)) for i in others]
            rows, columns = map(list, zip(*page, strict=True))
            joint = to_options[rows, columns, at]
            if draw.random() < WITHOUT_THE_TELLING:
                losses["nothing"].append(-reader.by_option(joint[1:]).mean())
                continue
            losses["answer"].append(-reader.by_option(joint)[right])
            losses["find"].append(-joint.logsumexp(1).log_softmax(0)[0])
            losses["near"].append(-to_query[rows, columns, at].log_softmax(0)[0])
    return sum(weight * torch.stack(losses[name]).mean() for name, weight in WEIGHTS.items() if losses[name])


@torch.no_grad()
def held_out(reader, people):
    """Share right by the telling passage alone, and over a page of the person's passages."""
    alone, paged, pages = 0, 0, 0
    for person in people:
        items = person["items"]
        said = reader.encoder([m["evidence"] for item in items for m in item["messages"]])
        for at, item in enumerate(items):
            option = reader.encoder(asked(item))
            scores = reader.scores(said, option).view(len(items), VERSIONS, VERSIONS)
            for right in range(VERSIONS):
                chosen = [right if i == at else (right + i) % VERSIONS for i in range(len(items))]
                page = scores[range(len(items)), chosen]
                alone += int(scores[at, right].argmax() == right)
                paged += int(reader.by_option(page).argmax() == right)
                pages += 1
    if not pages:
        return "nobody held out"
    return f"held out: telling passage {alone / pages:.3f}, page {paged / pages:.3f} of {pages}"
