"""Which stretches of a text name the same person, organization, country, place or group: rules in order of precision.

``names`` and ``nominals`` find what may be a mention, ``resolve`` joins mentions of one thing, ``cluster_entities``
turns what was joined into entities of the domain.
"""
