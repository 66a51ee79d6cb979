import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const files = readdirSync('nodes', { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.ts'))
	.map((name) => join('nodes', name));

/** The files of this project that a file imports, for types too. */
function importsOf(file: string): string[] {
	return [...readFileSync(file, 'utf8').matchAll(/ from '(\.[^']+)'/g)]
		.map(([, path]) => join(dirname(file), `${path}.ts`))
		.filter((path) => existsSync(path));
}

/** The first way from a file that leads back to a file on it; null without one. */
function circleFrom(file: string, way: string[], cleared: Set<string>): string[] | null {
	if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
	if (cleared.has(file)) return null;
	for (const other of importsOf(file)) {
		const circle = circleFrom(other, [...way, file], cleared);
		if (circle) return circle;
	}
	cleared.add(file);
	return null;
}

const roomOf = (file: string) => /^nodes\/shared\/(\w+)\//.exec(file)?.[1] ?? 'a vendor';

it('imports go in no circle', () => {
	const cleared = new Set<string>();
	expect(files.map((file) => circleFrom(file, [], cleared)).filter(Boolean)).toEqual([]);
	expect(cleared.size).toBe(files.length);
});

it.each([
	['receiver', 'lifecycle'],
	['lifecycle', 'receiver'],
	['event', 'receiver'],
	['trigger', 'receiver'],
	['trigger', 'lifecycle'],
])('what is in shared/%s takes nothing from shared/%s', (room, other) => {
	const inRoom = files.filter((file) => roomOf(file) === room);
	expect(inRoom).not.toEqual([]);
	const taken = inRoom.filter((file) => importsOf(file).some((path) => roomOf(path) === other));
	expect(taken).toEqual([]);
});

it('what is shared knows no vendor', () => {
	const shared = files.filter((file) => roomOf(file) !== 'a vendor');
	expect(shared.filter((file) => importsOf(file).some((path) => roomOf(path) === 'a vendor'))).toEqual([]);
});
