// Links of a run that start at a shop.
// →    no rows
// Makes index link_from.
CREATE INDEX link_from IF NOT EXISTS
FOR (link:Link) ON (link.batch, link.from)
