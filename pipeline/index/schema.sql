-- The columns of the index. Numbers join tables; they are this file's own and never leave it.
CREATE TABLE state (identity TEXT, version BIGINT, article TEXT, complete BOOLEAN, next_number BIGINT);

-- Keys of entities, and the names of those who have none, by number.
CREATE TABLE keys (number INTEGER, key TEXT);

CREATE TABLE articles (number INTEGER, id TEXT, title TEXT, outlet TEXT, published DATE);

CREATE TABLE entities (article INTEGER, key INTEGER, kind TEXT, name TEXT, country TEXT, aliases TEXT[]);

CREATE TABLE mentions (
    article INTEGER, sentence INTEGER, key INTEGER, form TEXT, "start" INTEGER, "end" INTEGER, text TEXT
);

CREATE TABLE events (
    number INTEGER,
    article INTEGER,
    id TEXT,
    type TEXT,
    mode TEXT,
    first DATE,
    last DATE,
    edtf TEXT,
    place STRUCT(
        key TEXT, name TEXT, country TEXT, latitude DOUBLE, longitude DOUBLE, confidence DOUBLE, feature TEXT
    ),
    actors STRUCT(key TEXT, name TEXT)[],
    recipients STRUCT(key TEXT, name TEXT)[],
    status TEXT,
    factuality TEXT,
    confidence DOUBLE,
    why TEXT[],
    reported DATE,
    latest DATE,
    rank INTEGER,
    evidence TEXT,
    reports INTEGER
);

-- Each sentence that tells of an event.
CREATE TABLE event_sentences (article INTEGER, event INTEGER, sentence INTEGER);

CREATE TABLE participants (article INTEGER, event INTEGER, who INTEGER, key TEXT, name TEXT);

-- Who does what to whom: each actor with each recipient, or, mutual, two who do it with each other.
CREATE TABLE pairs (article INTEGER, event INTEGER, actor INTEGER, recipient INTEGER, mutual BOOLEAN);

CREATE TABLE movements (
    number INTEGER,
    article INTEGER,
    id TEXT,
    event TEXT,
    event_number INTEGER,
    type TEXT,
    mover STRUCT(key TEXT, name TEXT),
    mover_number INTEGER,
    origin STRUCT(
        key TEXT, name TEXT, country TEXT, latitude DOUBLE, longitude DOUBLE, confidence DOUBLE, feature TEXT
    ),
    destination STRUCT(
        key TEXT, name TEXT, country TEXT, latitude DOUBLE, longitude DOUBLE, confidence DOUBLE, feature TEXT
    ),
    departure STRUCT(first DATE, last DATE, edtf TEXT),
    arrival STRUCT(first DATE, last DATE, edtf TEXT),
    first DATE,
    last DATE,
    vehicle TEXT,
    purpose TEXT,
    status TEXT,
    factuality TEXT,
    confidence DOUBLE,
    why TEXT[],
    reported DATE,
    latest DATE,
    rank INTEGER,
    evidence TEXT,
    "start" INTEGER,
    reports INTEGER
);

-- The evidence of each report of an event or movement, as searches compare it.
CREATE TABLE reports (article INTEGER, told INTEGER, folded TEXT);

CREATE TABLE statements (
    number INTEGER,
    article INTEGER,
    id TEXT,
    source INTEGER,
    name TEXT,
    manner TEXT,
    cue STRUCT("start" INTEGER, "end" INTEGER, text TEXT),
    content INTEGER[],
    said STRUCT(first DATE, last DATE, edtf TEXT),
    wording BIGINT
);

-- Whom a statement is about: those who take part in the events it tells of, each once.
CREATE TABLE about (article INTEGER, statement INTEGER, source INTEGER, who INTEGER, name TEXT);

-- On which statement a report of an event or movement rests.
CREATE TABLE sources (article INTEGER, told INTEGER, statement INTEGER);
