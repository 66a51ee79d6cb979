import type { IExecuteFunctions } from 'n8n-workflow';

import { identifier } from '../../shared/event/fields';
import { theOne } from '../../shared/http/agreeing';
import { answerOr } from '../../shared/http/status';
import { heyMiloPosting } from '../answers';
import { read } from '../api';
import type { PostingFacts } from '../normalizeAnswer';

export const POSTINGS_PATH = '/api/v2/postings';

/** Where a posting is, with what comes after it. */
export const postingPath = (id: string, rest = ''): string =>
	`${POSTINGS_PATH}/${encodeURIComponent(id)}${rest}`;

/** The posting's title and whether it is a test: nothing else about an interview has them. */
export async function postingFacts(context: IExecuteFunctions, postingId: unknown): Promise<PostingFacts> {
	const id = identifier(postingId);
	if (id === null) return { title: null, isTest: null };
	const asked = read(context, postingPath(id), theOne('id', id));
	// The interview outlives a posting that was removed, or that this key may not read.
	const posting = await answerOr(asked, {
		statuses: ['403', '404'],
		alsoOfProxies: true,
		otherwise: () => null,
	});
	if (posting === null) return { title: null, isTest: null };
	const { title, test_posting: isTest } = heyMiloPosting(posting);
	return { title, isTest };
}
