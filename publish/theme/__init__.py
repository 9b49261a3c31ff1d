"""What a page looks like and is found by: templates, scripts, style, search."""
