// What a user writes into the Code node behind a Webhook node: a delivery of Hireflix in the columns of our simplified item.
const { createHash } = require('crypto');

const TYPES = {
	'interview.create': 'interview.invited',
	'interview.finish': 'interview.completed',
	'interview.status-change': 'interview.status_changed',
	'interview.score-updated': 'interview.score_updated',
	'interview.delete': 'interview.deleted',
};
const STATUSES = {
	'interview.create': 'invited',
	'interview.finish': 'completed',
	'interview.score-updated': 'completed',
	'interview.delete': 'deleted',
};

const time = (milliseconds) => (milliseconds ? new Date(milliseconds).toISOString() : null);

return $input.all().map(({ json: { body } }) => {
	const { event, date, data } = body;
	const { candidate = {}, position = {}, url = {} } = data;
	const type = TYPES[event] ?? 'interview.unknown';
	const score = data.score?.value ?? null;
	const key =
		type === 'interview.completed' ? `hireflix:${data.id}:completed` : `hireflix:${data.id}:${type}:${date}`;
	return {
		json: {
			event_type: type,
			vendor: 'hireflix',
			occurred_at: time((type === 'interview.completed' ? data.completed : null) ?? date),
			received_at: new Date().toISOString(),
			interview_id: data.id,
			interview_status: STATUSES[event] ?? (data.archived ? 'archived' : 'completed'),
			job_id: position.id ?? null,
			job_title: position.name ?? null,
			candidate_id: null,
			candidate_name: candidate.name ?? null,
			candidate_email: candidate.email?.toLowerCase() ?? null,
			candidate_phone: candidate.phone ?? null,
			external_id: data.externalId ?? null,
			score_percent: score === null ? null : Math.round((score / 5) * 1000) / 10,
			score_raw: score,
			score_max: score === null ? null : 5,
			decision: data.archived ? 'reject' : data.finalist ? 'advance' : 'undecided',
			summary: null,
			strengths: null,
			concerns: null,
			report_url: null,
			recording_url: null,
			interview_url: url.private ?? url.public ?? null,
			completed_at: time(data.completed),
			is_out_of_order: false,
			event_id: `evt_${createHash('sha256').update(key).digest('hex').slice(0, 32)}`,
		},
	};
});
