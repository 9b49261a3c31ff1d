"""What a calculator is: its questions, its answers and its own words."""
