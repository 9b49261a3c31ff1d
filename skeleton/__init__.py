"""A new calculator's files, to be filled in: `make calculator NAME=… TITLE=…`."""
