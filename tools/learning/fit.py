"""Fine-tuning: batches of like lengths, a warm-up, and weights averaged over the last steps."""

import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from tools.learning.network import Network, Vocabulary, padded
from tools.learning.replies import IDS, Augmenting

__all__ = ["Schedule", "fit", "judge"]

BATCH = 32
WARM_UP_STEPS = 100
LAYER_RATE = 1.5e-4
HEAD_RATE = 2e-3
POSITIVES_WEIGH = 2.0
AVERAGED = 0.99
WIDTH = 384


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often every reply is drawn, and at what share of the usual rates it is learned."""

    epochs: int
    pace: float = 1.0


def fit(
    network: Network, vocabulary: Vocabulary, drawn: Augmenting, schedule: Schedule, seed: int
) -> Network:
    """Return the network, fine-tuned."""
    torch.manual_seed(seed)
    random = Random(seed)
    heads = [*network.attention.parameters(), *network.classes.parameters()]
    optimiser = torch.optim.AdamW(
        [
            {
                "params": list(network.encoder.encoder.parameters()),
                "lr": LAYER_RATE * schedule.pace,
            },
            {"params": heads, "lr": HEAD_RATE * schedule.pace},
        ],
        weight_decay=0.01,
        fused=True,
    )
    steps = schedule.epochs * math.ceil(drawn.size / BATCH)
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda at: min(1, at / WARM_UP_STEPS) * max(0.02, 1 - at / steps)
    )
    averaged = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED))
    weights = torch.tensor(POSITIVES_WEIGH)
    for epoch in range(schedule.epochs):
        network.train()
        losses = []
        for pieces, labels in _batches(drawn, vocabulary, random):
            with torch.autocast("cpu", torch.bfloat16):
                odds, _, _ = network(pieces)
            loss = len(IDS) * nn.functional.binary_cross_entropy_with_logits(
                odds.float(), labels, pos_weight=weights
            )
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            rates.step()
            averaged.update_parameters(network)
            losses.append(loss.item())
        sys.stderr.write(f"epoch {epoch + 1} of {schedule.epochs}: loss {np.mean(losses):.3f}\n")
    return averaged.module.eval()


def judge(
    network: Network, vocabulary: Vocabulary, replies: Sequence[Sequence[str]]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return odds, shape (replies, techniques), and meanings, shape (replies, width)."""
    odds = np.zeros((len(replies), len(IDS)), np.float32)
    meanings = np.zeros((len(replies), WIDTH), np.float32)
    order = sorted(range(len(replies)), key=lambda at: len(replies[at]))
    with torch.no_grad():
        for start in range(0, len(order), 2 * BATCH):
            kept = order[start : start + 2 * BATCH]
            found, _, meaning = network(padded([vocabulary.pieces(replies[at]) for at in kept]))
            odds[kept], meanings[kept] = found.numpy(), meaning.numpy()
    return odds, meanings


def _batches(
    drawn: Augmenting, vocabulary: Vocabulary, random: Random
) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield an epoch's batches, replies of like lengths together."""
    examples = [(vocabulary.pieces(words), labels) for words, labels in drawn.epoch()]
    examples.sort(key=lambda one: len(one[0]) + random.random() * 3)
    batches = [examples[at : at + BATCH] for at in range(0, len(examples), BATCH)]
    random.shuffle(batches)
    for batch in batches:
        rows, labels = zip(*batch, strict=True)
        yield padded(rows), torch.tensor(np.stack(labels))
