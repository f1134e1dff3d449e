"""The real world beside a virtual one: files, processes, calls that block, and how time goes."""
