"""`python -m tests.bench`: every benchmark."""

from tests.bench import ingest, names, readers, start

start.main()
ingest.main()
readers.main()
names.main()
