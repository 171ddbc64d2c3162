"""The canned questions: SPARQL files with a header, typed parameters, and how one is asked.

`pcgraph.query.run.run_query` asks one, `pcgraph.query.catalogue.load_catalogue` lists them. Neither
is imported here: listing the questions must not pay for the store.
"""
