"""What people change: proposed, reviewed, laid over what the machine said."""
