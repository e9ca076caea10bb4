"""Learning techniques from labelled replies: what tools/learn-techniques is made of."""
