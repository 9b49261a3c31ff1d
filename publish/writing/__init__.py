"""The Markdown extension: what a writer may say, and what becomes of it."""
