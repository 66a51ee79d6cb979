import { readFileSync } from 'node:fs';

import { JobMojitoTrigger } from '../../../nodes/JobMojito/JobMojitoTrigger.node';

/** What a recruiter clicks in JobMojito for the webhook to carry a link to the PDF. */
const CLICKS = [
	'Interview Editor → Avatar Interview → Developer',
	'Automatically generate PDF reports for the webhooks',
];

describe('the setup of a webhook', () => {
	it.each(CLICKS)('says in the panel and in the documents where the PDF is turned on: %s', (click) => {
		const { properties } = new JobMojitoTrigger().description;
		const notice = properties.find(({ name }) => name === 'setUpNotice');
		expect(notice?.displayName).toContain(click);
		expect(readFileSync('docs/jobmojito.md', 'utf8').replace(/\s+/g, ' ')).toContain(click);
	});
});
