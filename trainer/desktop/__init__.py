"""The window: pages, widgets, and the bridge from rehearsal events to Qt signals."""
