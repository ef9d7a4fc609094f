// Links of a run that end at a shop.
// →    no rows
// Makes index link_to.
CREATE INDEX link_to IF NOT EXISTS
FOR (link:Link) ON (link.batch, link.to)
