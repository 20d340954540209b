"""What claimcheck is measured with: quality, later speed and memory. Not part of the package."""
