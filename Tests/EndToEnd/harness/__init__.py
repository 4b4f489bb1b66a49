"""What the end-to-end tests drive the real server with: processes, clients, sockets."""
