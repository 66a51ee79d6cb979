// Streams a URL into a file with plain Node, and prints how many milliseconds that took.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { get } from 'node:https';
import { pipeline } from 'node:stream/promises';

const [, , url, path] = process.argv;

const start = performance.now();
const [response] = await once(get(url), 'response');
await pipeline(response, createWriteStream(path));
process.stdout.write(String(performance.now() - start));
