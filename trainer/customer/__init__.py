"""Who is angry: mood, how it reacts, which line comes next."""
