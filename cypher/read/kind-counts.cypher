// How many nodes there are of each kind.
// →    kind, count  a row for each kind, also where there is none
// Uses the node count store.
MATCH (thing:Shop) WITH count(thing) AS count RETURN 'Shop' AS kind, count
UNION ALL
MATCH (thing:Identity) WITH count(thing) AS count RETURN 'Identity' AS kind, count
UNION ALL
MATCH (thing:Contact) WITH count(thing) AS count RETURN 'Contact' AS kind, count
UNION ALL
MATCH (thing:PaymentAccount) WITH count(thing) AS count RETURN 'PaymentAccount' AS kind, count
UNION ALL
MATCH (thing:Origin) WITH count(thing) AS count RETURN 'Origin' AS kind, count
UNION ALL
MATCH (thing:Factory) WITH count(thing) AS count RETURN 'Factory' AS kind, count
UNION ALL
MATCH (thing:Place) WITH count(thing) AS count RETURN 'Place' AS kind, count
UNION ALL
MATCH (thing:Ring) WITH count(thing) AS count RETURN 'Ring' AS kind, count
