"""One rehearsal from start to end: ports, the live run, the offline run over recordings."""
