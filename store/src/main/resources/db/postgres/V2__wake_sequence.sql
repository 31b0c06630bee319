-- A row that counts makes every wake of every process wait for the others' commits; a sequence does
-- not. Stamps need only differ.

CREATE SEQUENCE wake_stamp;

SELECT setval('wake_stamp', (SELECT last_value + 1 FROM stamp WHERE name = 'wake'), false);

DROP TABLE stamp;
