"""Scanners in the network that speak eSCL: HTTP and XML, without drivers. Begin at ``network_scanner``."""
