"""The network as what the program ships: an int8 ONNX file, and beside it pieces and examples."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from tools.learning.fit import judge
from tools.learning.network import Network, Vocabulary
from tools.learning.replies import IDS, Labelled
from trainer.techniques.technique import INFLAMING, TechniqueId

__all__ = ["ALONE", "DOUBTED", "export_encoder", "export_rest"]

ALONE = np.array([2.5 if one in INFLAMING else 1.8 for one in IDS], np.float32)
ALONE[IDS.index(TechniqueId.GIVE_IN)] = 3.0
"""Log-odds from which a technique is heard without the list: a false accusation costs more, and
what is too much to give hangs on the scenario."""

DOUBTED = np.array([-0.5 if one in INFLAMING else -1.0 for one in IDS], np.float32)
"""Log-odds below which what the list has heard is dropped."""

EXAMPLES_EACH = 60


class _Shipped(nn.Module):
    """The network for one reply, without padding and what it takes to leave that out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        encoder = self.network.encoder
        hidden = encoder.encoder(encoder.embeddings(input_ids=pieces)).last_hidden_state
        return self.network.judged(hidden, torch.ones_like(hidden[..., :1]))


def export_encoder(network: Network, path: Path) -> None:
    """Write the ONNX file."""
    network.encoder.set_attn_implementation("eager")
    with TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            _Shipped(network.eval()),
            (torch.ones(1, 24, dtype=torch.long),),
            whole,
            input_names=["pieces"],
            output_names=["odds", "shares", "meaning"],
            dynamic_shapes=({1: torch.export.Dim.DYNAMIC},),
            dynamo=True,
            external_data=False,
        )
        quantize_dynamic(
            whole,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,  # older processors can't add up products of eight bits without loss
        )


def export_rest(
    network: Network,
    vocabulary: Vocabulary,
    examples: Sequence[tuple[list[str], Labelled]],
    path: Path,
) -> None:
    """Write pieces, thresholds, and examples to explain by.

    Args:
        network: For what the examples mean.
        vocabulary: The pieces.
        examples: Tokens of labelled replies to choose from.
        path: The file.
    """
    shown = _shown(examples)
    _, meanings = judge(network, vocabulary, [tokens for tokens, _ in shown])
    meanings = np.round(127 * meanings / np.abs(meanings).max(1, keepdims=True))
    np.savez_compressed(
        path,
        ids=np.array([str(one) for one in IDS]),
        pieces=np.array(list(vocabulary.numbers)),
        alone=ALONE,
        doubted=DOUBTED,
        examples=np.array([" ".join(tokens) for tokens, _ in shown]),
        labels=np.array([[one in reply.labels for one in IDS] for _, reply in shown]),
        meanings=meanings.astype(np.int8),
    )


def _shown(examples: Sequence[tuple[list[str], Labelled]]) -> list[tuple[list[str], Labelled]]:
    """Return some replies of each technique, those with the fewest others first."""
    shuffled = list(examples)
    Random(1).shuffle(shuffled)
    shuffled.sort(key=lambda one: len(one[1].labels))
    kept: dict[tuple[str, ...], tuple[list[str], Labelled]] = {}
    for technique in IDS:
        own = [one for one in shuffled if technique in one[1].labels]
        kept |= {one[1].words: one for one in own[:EXAMPLES_EACH]}
    return list(kept.values())
