// Run by n8n's own Node, as the Node that runs the tests may have no SQLite: query.mjs <database> <statement>. Answers with the rows as JSON.
import { DatabaseSync } from 'node:sqlite';

const [path, statement] = process.argv.slice(2);

const database = new DatabaseSync(path);
database.exec('PRAGMA busy_timeout = 10000');
process.stdout.write(JSON.stringify(database.prepare(statement).all()));
database.close();
