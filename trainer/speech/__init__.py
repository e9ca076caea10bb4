"""The customer's voice, the ears, and speech models on disk."""
