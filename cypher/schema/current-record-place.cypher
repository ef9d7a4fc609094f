// Current records in the order of their sources and rows.
// →    no rows
// Makes index current_record_place.
CREATE INDEX current_record_place IF NOT EXISTS
FOR (record:CurrentRecord) ON (record.place)
