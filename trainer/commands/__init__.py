"""The words of the command line: a module a word, which knows what it takes and what it does."""
