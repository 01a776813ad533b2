"""How gunicorn serves the portal: `make run`, the proofs and the benchmarks read it alike.

Threads, because a file without limit may stream for minutes: a worker without them would be ended
at its timeout in the middle of a line, and two slow readers would stop the portal.
"""

workers = 2
worker_class = "gthread"
threads = 4
max_requests = 10_000
loglevel = "warning"
control_socket_disable = True
