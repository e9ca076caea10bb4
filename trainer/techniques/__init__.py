"""What was said: calming and inflaming techniques heard in a reply."""
