"""Python for the reader's browser: the wheel, its library, the files a page loads."""
