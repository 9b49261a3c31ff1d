"""Python for the reader's browser: the wheel, the image, the files a page loads."""
