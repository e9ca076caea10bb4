"""Progress, a file a part."""
