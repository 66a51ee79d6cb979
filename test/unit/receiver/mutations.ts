import { createHmac } from 'node:crypto';

import { VENDORS } from '../../../nodes/shared/event/schema';
import { PROVERS, prove, withProof, type Prover, type Sent } from './provers';

/** What a forger has: a genuine delivery, and the secrets of others. */
interface Loot {
	prover: Prover;
	genuine: Sent;
	/** Another genuine body. */
	other: Buffer;
	/** Decides where and how; a natural number. */
	dice: number;
}

export type Mutation = (loot: Loot) => Sent;

const JUNK = ['!', '\n', '\r\n', ' ', '\t', '=', '\0', '-', '%', ',', '\u00a0', '\u200b', '+', 'A'];
const SPACES = [' ', '\t', '\r\n', '\n', '\u00a0', '\ufeff', '\0', '\u3000'];
const PREFIXES = ['sha256=', 'v1,', 'v1=', 'Bearer ', 'Basic ', 't=1,v1=', '"'];

const pick = <Value>(from: readonly Value[], dice: number): Value => from[dice % from.length];

/** A mutation of the proof alone. */
const ofProof =
	(change: (proof: string, dice: number, loot: Loot) => unknown): Mutation =>
	(loot) => {
		const { genuine, prover, dice } = loot;
		const proof = genuine[prover.carrier][prover.field] as string;
		return withProof(genuine, prover, change(proof, dice, loot));
	};

/** Every way to spoil or to guess a proof, by its name. */
export const PROOF_MUTATIONS: Record<string, Mutation> = {
	'bit flipped': ofProof((proof, dice) => flipBit(Buffer.from(proof), dice).toString('latin1')),
	'two bits flipped': ofProof((proof, dice) =>
		flipBit(flipBit(Buffer.from(proof), dice), dice >> 7).toString('latin1'),
	),
	'end cut off': ofProof((proof, dice) => proof.slice(0, dice % proof.length)),
	'beginning cut off': ofProof((proof, dice) => proof.slice(1 + (dice % proof.length))),
	'one letter in the other case': ofProof((proof, dice) => {
		const at = dice % proof.length;
		return proof.slice(0, at) + otherCase(proof[at]) + proof.slice(at + 1);
	}),
	'upper case': ofProof((proof) => proof.toUpperCase()),
	'lower case': ofProof((proof) => proof.toLowerCase()),
	'junk inside': ofProof((proof, dice) => {
		const at = dice % (proof.length + 1);
		return proof.slice(0, at) + pick(JUNK, dice >> 6) + proof.slice(at);
	}),
	'character left out': ofProof((proof, dice) => {
		const at = dice % proof.length;
		return proof.slice(0, at) + proof.slice(at + 1);
	}),
	'URL-safe alphabet': ofProof((proof) => proof.replace(/\+/g, '-').replace(/\//g, '_')),
	'other padding': ofProof((proof, dice) => proof.replace(/=*$/, '='.repeat(dice % 4))),
	'white space before': ofProof((proof, dice) => pick(SPACES, dice) + proof),
	'white space after': ofProof((proof, dice) => proof + pick(SPACES, dice)),
	'white space only': ofProof((_, dice) => pick(SPACES, dice)),
	prefix: ofProof((proof, dice) => pick(PREFIXES, dice) + proof),
	'repeated header, as Node joins it': ofProof((proof) => `${proof}, ${proof}`),
	'repeated header with a wrong one': ofProof((proof, dice) =>
		dice % 2 === 0 ? `${proof}, wrong` : `wrong, ${proof}`,
	),
	'a list': ofProof((proof, dice) => pick([[proof], [proof, proof], [[proof]]], dice)),
	'an object': ofProof((proof, dice) =>
		pick<object>([{ 0: proof, length: 1 }, { '': proof }, { toString: () => proof }], dice),
	),
	'another type': ofProof((proof, dice) => pick([true, 0, null, Buffer.from(proof)], dice)),
	'in hexadecimal': ofProof((proof) => Buffer.from(proof).toString('hex')),
	'in base64': ofProof((proof) => Buffer.from(proof).toString('base64')),
	'percent-encoded': ofProof((proof, dice) =>
		dice % 2 === 0 ? encodeURIComponent(proof) : `%${proof.charCodeAt(0).toString(16)}${proof.slice(1)}`,
	),
	empty: ofProof(() => ''),
	missing: ofProof(() => undefined),
	'in another field': ({ genuine, prover, dice }) => {
		const proof = genuine[prover.carrier][prover.field];
		const elsewhere = prover.carrier === 'headers' ? 'query' : 'headers';
		const carrier = dice % 2 === 0 ? prover.carrier : elsewhere;
		const name = carrier === prover.carrier ? `${prover.field}s` : prover.field;
		return { body: genuine.body, headers: {}, query: {}, [carrier]: { [name]: proof } };
	},
	'empty secret': ({ genuine, prover }) => prove(prover, genuine.body, ''),
	"the previous customer's secret": ({ genuine, prover }) => prove(prover, genuine.body, prover.retired),
	"another vendor's secret": ({ genuine, prover, dice }) => {
		const others = VENDORS.map((vendor) => PROVERS[vendor]).filter((one) => one !== prover);
		const { current, previous } = pick(others, dice);
		return prove(prover, genuine.body, pick([current, previous], dice >> 2));
	},
	'a mixture of the live secrets': ({ genuine, prover, dice }) => {
		const { current, previous } = prover;
		const at = 1 + (dice % (Math.min(current.length, previous.length) - 1));
		return prove(prover, genuine.body, current.slice(0, at) + previous.slice(at));
	},
	'a hash of the secret': ofProof((_, dice, { prover }) =>
		createHmac('sha256', prover.current)
			.update('')
			.digest(pick(['hex', 'base64'] as const, dice)),
	),
};

/** A genuine signature under a body that was changed in transit, by the kind of change. */
export const BODY_MUTATIONS: Record<string, Mutation> = {
	...Object.fromEntries(
		Object.entries(rewritings()).map(([name, rewrite]) => [
			name,
			({ genuine, dice }: Loot) => ({ ...genuine, body: rewrite(genuine.body, dice) }),
		]),
	),
	'another genuine body': ({ genuine, other }) => ({ ...genuine, body: other }),
};

/** The same or another body in other bytes. */
export function rewritings(): Record<string, (body: Buffer, dice: number) => Buffer> {
	const ofText = (change: (text: string, dice: number) => string) => (body: Buffer, dice: number) =>
		Buffer.from(change(body.toString('utf8'), dice), 'utf8');
	const ofValue = (change: (body: unknown) => unknown, space?: number) =>
		ofText((text) => JSON.stringify(change(JSON.parse(text)), null, space));
	return {
		'body: bit flipped': (body, dice) => flipBit(body, dice),
		'body: end cut off': (body, dice) => body.subarray(0, dice % body.length),
		'body: empty': () => Buffer.alloc(0),
		'body: re-serialized': ofValue((body) => body),
		'body: re-serialized with spaces': ofValue((body) => body, 2),
		'body: keys in another order': ofValue((body) =>
			Object.fromEntries(Object.entries(body as object).reverse()),
		),
		'body: white space after a comma': ofText((text, dice) =>
			replaceOne(text, /,/g, dice, (found) => `${found} `),
		),
		'body: line feed at the end': ofText((text) => `${text}\n`),
		'body: BOM': (body) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]),
		'body: CRLF': ofText((text) => (text.includes('\n') ? text.replace(/\r?\n/g, '\r\n') : `${text}\r\n`)),
		'body: \\u escape': ofText((text, dice) =>
			replaceOne(text, /[A-Za-z](?=[^"]*")/g, dice, (found) => escaped(found)),
		),
		'body: 4.0 for 4': ofText((text, dice) =>
			replaceOne(text, /(?<=[:[]\s*)\d+(?=[\s,\]}])/g, dice, (found) => `${found}.0`),
		),
		'body: exponent': ofText((text, dice) =>
			replaceOne(text, /(?<=[:[]\s*)\d+(?=[\s,\]}])/g, dice, (found) => `${found}e0`),
		),
		'body: 1e400 for null': ofText((text, dice) => replaceOne(text, /\bnull\b/g, dice, () => '1e400')),
		'body: big integer': ofText((text, dice) =>
			replaceOne(text, /(?<=[:[]\s*)\d+(?=[\s,\]}])/g, dice, () => '9007199254740993'),
		),
		'body: big integer, rounded alike': ofText((text) =>
			text.replace('9007199254740992', '9007199254740993'),
		),
		'body: key given twice': ofText((text, dice) =>
			replaceOne(text, /"[\w.]+":\s*(?="|\d|true|false|null)/g, dice, (found) => `${found}0,${found}`),
		),
		'body: unknown field': ofText((text) => text.replace(/\}\s*$/, ',"forged":true}')),
	};
}

function replaceOne(text: string, pattern: RegExp, dice: number, change: (found: string) => string): string {
	const found = [...text.matchAll(pattern)];
	if (found.length === 0) return text;
	const { 0: match, index } = pick(found, dice);
	return text.slice(0, index) + change(match) + text.slice(index + match.length);
}

function flipBit(bytes: Buffer, dice: number): Buffer {
	const flipped = Buffer.from(bytes);
	flipped[(dice >> 3) % flipped.length] ^= 1 << (dice & 7);
	return flipped;
}

function otherCase(letter: string): string {
	return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
}

function escaped(letter: string): string {
	return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
