"""What can happen while somebody writes without a connection, each by its number in `Web/UnsentWork.md`."""
