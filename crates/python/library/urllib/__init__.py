"""Holds urllib.request, urllib.parse and urllib.error."""
