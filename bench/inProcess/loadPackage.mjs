// In a process of its own: loads the package in a folder as n8n does, and prints what that took.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { PackageDirectoryLoader } = require('n8n-core');
require('n8n-workflow');

globalThis.gc();
const before = process.memoryUsage();
const started = process.hrtime.bigint();
const loader = new PackageDirectoryLoader(process.argv[2]);
await loader.loadAll();
const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
globalThis.gc();
const after = process.memoryUsage();
const megabytes = (after.heapUsed + after.external - before.heapUsed - before.external) / 1e6;
// What was loaded stays reachable until here.
console.log(JSON.stringify({ milliseconds, megabytes, nodes: Object.keys(loader.known.nodes).length }));
