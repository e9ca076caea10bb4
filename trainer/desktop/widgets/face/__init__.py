"""The drawn customer: who they are, what their pressure looks like, how they move and talk."""
