"""What is rehearsed: the model of a scenario file, reading it, checking it."""
