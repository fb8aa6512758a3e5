/**
 * The door of the store: one dossier, in an embedded folder, in memory or on a PostgreSQL server, behind
 * the same queries. Every change is an act: rows and their history entries in one transaction.
 */
