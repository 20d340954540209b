"""The network of the tagger: an encoder, a tag for each token, and for each token the cue that it belongs to."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from claimcheck.backends.tagging.decode import TAGS
from claimcheck.backends.tagging.shapes import SHAPES

ARC_WIDTH = 128


class Tagger(nn.Module):
    """Scores tags and arcs: log-probabilities, shapes (windows, tokens, TAGS) and (windows, tokens, tokens).

    `mask` is 0 where a window is padded; none where none is. The shapes of words are added to their embeddings. An arc
    is a biaffine product, as dependency parsers have it (Dozat and Manning, 2017).
    """

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        self.shape = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shape.weight)
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, TAGS)
        self.part = nn.Linear(width, ARC_WIDTH)
        self.cue = nn.Linear(width, ARC_WIDTH)

    def forward(
        self, ids: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        embedded = self.encoder.get_input_embeddings()(ids) + self.shape(shapes)
        hidden = self.dropout(self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state)
        arcs = torch.relu(self.part(hidden)) @ torch.relu(self.cue(hidden)).transpose(1, 2)
        arcs = arcs / ARC_WIDTH**0.5
        if mask is not None:
            arcs = arcs + (mask[:, None, :] - 1) * 1e4
        return self.tags(hidden).log_softmax(-1), arcs.log_softmax(-1)
