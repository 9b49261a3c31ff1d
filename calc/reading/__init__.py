"""What people type and paste → values: numbers, days, rows, whole papers."""
