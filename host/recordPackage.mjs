// Run by n8n's own Node, as the Node that runs the tests may have no SQLite: recordPackage.mjs <database> <entry as JSON>
import { DatabaseSync } from 'node:sqlite';

const [path, json] = process.argv.slice(2);
const { packageName, installedVersion, authorName = null, authorEmail = null, nodes } = JSON.parse(json);
const now = new Date().toISOString().replace('T', ' ').replace('Z', '');

const database = new DatabaseSync(path);
database.exec('PRAGMA busy_timeout = 10000');
database.exec('BEGIN IMMEDIATE');
database.prepare('DELETE FROM installed_nodes WHERE package = ?').run(packageName);
database.prepare('DELETE FROM installed_packages WHERE packageName = ?').run(packageName);
database
	.prepare(
		'INSERT INTO installed_packages (packageName, installedVersion, authorName, authorEmail, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?, ?)',
	)
	.run(packageName, installedVersion, authorName, authorEmail, now, now);
const insertNode = database.prepare(
	'INSERT INTO installed_nodes (name, type, latestVersion, package) VALUES (?, ?, ?, ?)',
);
for (const { name, type, latestVersion } of nodes) insertNode.run(name, type, latestVersion, packageName);
database.exec('COMMIT');
database.close();
