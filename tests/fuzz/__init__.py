"""Fuzzing: targets that hold the laws over any bytes, and the command that runs them."""
