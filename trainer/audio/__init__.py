"""The sound hardware: stream, devices, gate, level, recordings on disk."""
