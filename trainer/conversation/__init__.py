"""What takes place between customer and trainee, in audio time, without any I/O."""
