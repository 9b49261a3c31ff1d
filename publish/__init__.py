"""The press: turns words and calculators into the site. Never shipped to the reader."""
