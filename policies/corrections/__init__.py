"""What people change: proposed, reviewed, laid over what the machine said.

Write through proposing.py, adding.py, deciding.py, reports.py and publishing.py only.
"""
