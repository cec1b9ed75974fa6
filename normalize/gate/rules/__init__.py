"""The rules, one module for each subject; their docstrings are what `normalize rule` prints."""
