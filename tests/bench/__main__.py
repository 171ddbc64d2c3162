"""`python -m tests.bench`: every benchmark."""

from tests.bench import ingest, start

start.main()
ingest.main()
