import * as z from 'zod4/mini';
import { ADDRESS } from '../shared/candidate';

z.config(z.locales.en());

const textLike = (pattern: RegExp, wanted: string) =>
	z.string(`must be ${wanted}`).check(z.regex(pattern, `must be ${wanted}`));

const filled = textLike(/\S/, 'a non-empty string');
const address = textLike(ADDRESS, 'an email address');
const link = textLike(/^https?:\/\/./, 'a URL');
const texts = z.array(filled);
const count = z.int().check(z.minimum(1));
const object = z.record(z.string(), z.unknown());
const scalars = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const conditions = z.record(z.string(), z.union([z.string(), z.number()]));
const status = z.optional(z.enum(['shortlisted', 'draft']));

/** 1 to 96 hours, as the vendor's page has it. */
const invitation = z.looseObject({
	sendEmailAfter: z.optional(z.number().check(z.minimum(1), z.maximum(96))),
});

const person = z.strictObject({
	name: filled,
	email: address,
	skills: z.optional(texts),
	additionalFields: z.optional(scalars),
	metadata: z.optional(invitation),
});

/**
 * The fields of each endpoint, as its own page names them. That the vendor refuses unknown fields is assumed: it may as
 * well ignore them, but a node that sends them is wrong either way.
 */
export const bodies = {
	fetch: z.strictObject({
		interviewerId: filled,
		page: z.optional(count),
		limit: z.optional(count),
		interviewId: z.optional(filled),
		additionalFields: z.optional(conditions),
	}),
	ingestOne: z.strictObject({
		jobId: filled,
		name: filled,
		email: address,
		status,
		resumeUrl: z.optional(link),
		skills: z.optional(texts),
		customQuestions: z.optional(z.array(z.unknown())),
		additionalFields: z.optional(scalars),
		metadata: z.optional(object),
	}),
	ingestMany: z.strictObject({
		interviewerId: filled,
		data: z.array(person).check(z.minLength(1)),
		status,
		skills: z.optional(texts),
	}),
};

type Person = z.output<typeof person>;

/** Whom an ingestion adds, and what it says of all of them. */
export type Ingested = Pick<Person, 'name' | 'email'> &
	Partial<Omit<Person, 'metadata'>> &
	Partial<Pick<z.output<typeof bodies.ingestOne>, 'metadata' | 'status' | 'resumeUrl' | 'customQuestions'>>;
