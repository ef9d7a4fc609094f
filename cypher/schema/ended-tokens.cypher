// The index that finds records that are no longer current by what they called the nodes that they name.
// →    no rows
// Makes index ended_tokens.
CREATE FULLTEXT INDEX ended_tokens IF NOT EXISTS
FOR (record:EndedRecord) ON EACH [record._tokens]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}}
