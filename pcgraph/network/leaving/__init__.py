"""What if partners leave: what loses its only or second-last link, and what falls apart."""

from pcgraph.network.leaving.find import find_losses, weigh_losses
from pcgraph.network.leaving.losses import Loss, Losses, LossKind

__all__ = ["Loss", "LossKind", "Losses", "find_losses", "weigh_losses"]
