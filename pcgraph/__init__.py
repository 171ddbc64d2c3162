"""Police and crime plans as a knowledge graph that strategy staff can question, check and draw."""

__version__ = "0.1.0"
