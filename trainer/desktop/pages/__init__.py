"""The pages of the window: Home, Before the call, The call, Review."""
