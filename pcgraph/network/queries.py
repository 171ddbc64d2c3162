"""The few queries behind the networks: one pass each, nothing joined with itself."""

from __future__ import annotations

_PREFIXES = """PREFIX pcg: <https://w3id.org/pcgraph/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""

KINDS = {
    "Theme": "Theme",
    "Outcome": "Outcome",
    "Deliverable": "Deliverable",
    "ForceAction": "Force action",
    "Post": "Post",
    "Plan": "Plan",
    "SourceDocument": "Source document",
}
"""The classes of numbered things, each with what people call its kind."""

_FACTS = """
  OPTIONAL { ?thing skos:prefLabel ?label }
  OPTIONAL { ?thing pcg:sortKey ?order }
"""

ENTITIES = (
    _PREFIXES
    + f"""SELECT ?thing ?id ?label ?order ?kind WHERE {{
  ?thing pcg:entityKind ?kind ; dcterms:identifier ?id .{_FACTS}}}
"""
)

ENTITY_KINDS = (
    _PREFIXES
    + """SELECT ?kind ?words WHERE { ?kind skos:inScheme pcg:EntityKind ; skos:prefLabel ?words }
ORDER BY ?kind ?words
"""
)

STATES = (
    _PREFIXES
    + """SELECT ?state ?words WHERE { ?state skos:inScheme pcg:ReviewState ; skos:prefLabel ?words }
ORDER BY ?state ?words
"""
)

INVOLVEMENTS = (
    _PREFIXES
    + """SELECT ?entity ?deliverable ?of ?role ?timing ?state ?document ?line ?as_of WHERE {
  ?involvement a pcg:Involvement ;
    pcg:entity ?entity ;
    pcg:role ?role ;
    pcg:timing ?timing ;
    pcg:reviewState ?state ;
    pcg:document ?document .
  OPTIONAL { ?involvement pcg:deliverable ?deliverable }
  OPTIONAL { ?involvement pcg:of ?of }
  OPTIONAL { ?involvement pcg:line ?line }
  OPTIONAL { ?involvement pcg:asOf ?as_of }
}
"""
)

MENTIONS = (
    _PREFIXES
    + """SELECT ?entity ?deliverable ?document ?line WHERE {
  { ?subject pcg:reportsOn ?deliverable }
  UNION { ?subject pcg:implements ?deliverable }
  UNION { ?subject a pcg:Deliverable . BIND(?subject AS ?deliverable) }
  ?subject pcg:mentions ?entity ;
    pcg:evidence ?proof .
  ?proof rdf:predicate pcg:mentions ;
    rdf:object ?entity ;
    pcg:document ?document ;
    pcg:line ?line .
}
"""
)

IMPLEMENTS = (
    _PREFIXES
    + "SELECT ?action ?deliverable WHERE { ?action pcg:implements ?deliverable } ORDER BY ?action ?deliverable\n"
)

LEADS = (
    _PREFIXES
    + """SELECT ?subject ?post ?document ?line WHERE {
  ?subject pcg:ledBy ?post .
  OPTIONAL {
    ?subject pcg:evidence ?proof .
    ?proof rdf:predicate pcg:ledBy ;
      rdf:object ?post ;
      pcg:document ?document ;
      pcg:line ?line .
  }
}
"""
)

CONTRIBUTIONS = (
    _PREFIXES
    + """SELECT ?deliverable ?outcome ?rank ?state ?confidence ?measure WHERE {
  ?contribution a pcg:Contribution ;
    pcg:deliverable ?deliverable ;
    pcg:outcome ?outcome ;
    pcg:contributionRank ?rank ;
    pcg:reviewState ?state .
  OPTIONAL { ?contribution pcg:confidence ?confidence }
  OPTIONAL { ?contribution pcg:measure ?measure }
}
ORDER BY ?deliverable ?outcome ?measure
"""
)


def select_pairs(relation: str) -> str:
    """The query for the pairs that one property links: `supports`, `memberOf` or `deliveredThrough`.

    Args:
        relation: The local name of a property of our ontology.
    """
    return f"{_PREFIXES}SELECT ?source ?target WHERE {{ ?source pcg:{relation} ?target }}\n"


def select_things(class_name: str) -> str:
    """The query for the things of one class of `KINDS`.

    One query a class: what several classes have in common would be joined with every id of the graph.

    Args:
        class_name: A key of `KINDS`.
    """
    return f"""{_PREFIXES}SELECT ?thing ?id ?label ?order ?theme ?plan ?unit WHERE {{
  ?thing a pcg:{class_name} ; dcterms:identifier ?id .{_FACTS}
  OPTIONAL {{ ?thing pcg:inTheme ?theme }}
  OPTIONAL {{ ?thing pcg:inPlan ?plan }}
  OPTIONAL {{ ?thing pcg:unit ?unit }}
}}
"""
