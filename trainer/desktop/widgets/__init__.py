"""What pages are made of: text, buttons, layouts that wrap, and the few things that are drawn."""
