"""How the trainee did: pacing, interruptions, steps, scorecard, advice."""
