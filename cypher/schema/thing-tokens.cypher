// The index that finds nodes by name; tokens are made by the service and stand between spaces.
// →    no rows
// Makes index thing_tokens.
CREATE FULLTEXT INDEX thing_tokens IF NOT EXISTS
FOR (thing:Thing) ON EACH [thing._tokens]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}}
