"""`python -m tests.bench`: every benchmark."""

from tests.bench import ingest, readers, start

start.main()
ingest.main()
readers.main()
