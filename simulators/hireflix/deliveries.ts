import { statusOf, type Interview } from './state';

export type HireflixEvent =
	| 'interview.create'
	| 'interview.finish'
	| 'interview.status-change'
	| 'interview.score-updated'
	| 'interview.delete';

/**
 * The body of a delivery; `date` in epoch milliseconds. `finish` carries the full set of fields, as the vendor's
 * samples of 2025 do for the other events.
 * Source: hireflixsl.mintlify.app/webhooks/getting-started.
 */
export function hireflixBody(event: HireflixEvent, interview: Interview, date: number) {
	const { id, hash, externalId, createdAt, position, candidate, score } = interview;
	const { completed, deleted, archived, finalist, thumbnail } = interview;
	return {
		event,
		data: {
			id,
			hash,
			status: statusOf(interview),
			externalId,
			createdAt,
			position: { id: position.id, name: position.name },
			candidate: { name: fullName(interview), ...candidate },
			score: score === null ? null : { value: score },
			completed,
			deleted,
			archived,
			finalist,
			answered: completed !== null,
			thumbnail,
			url: urlsOf(interview),
		},
		date,
	};
}

export const fullName = ({ candidate }: Interview): string =>
	`${candidate.firstName} ${candidate.lastName}`.trim();

export function urlsOf({ id, hash, position }: Interview) {
	return {
		short: `https://hflx.io/c/${hash}`,
		private: `https://admin.hireflix.com/jobs/${position.id}/interview/${id}`,
		public: `https://app.hireflix.com/${hash}`,
	};
}
