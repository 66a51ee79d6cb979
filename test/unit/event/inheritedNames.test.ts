import type { Vendor } from '../../../nodes/shared/event/interviewEvent';
import { interviewEventSchema } from '../../../nodes/shared/event/schema';
import { fixture } from '../../fixtures';
import { changed, eventOf } from '../normalized';

/** Words of a vendor that every JavaScript object has a property for. */
describe('a word that every object inherits', () => {
	it.each<[Vendor, string, Record<string, unknown>]>([
		['heymilo', 'interview_started', { event: 'constructor' }],
		['heymilo', 'interview_started', { event_type: '__proto__' }],
		['interviewflowai', 'interview.completed', { event: 'constructor' }],
		['interviewflowai', 'interview.completed', { event: '__proto__' }],
		['micro1', 'interview_report.created', { event: 'constructor' }],
		['hireflix', 'interview.create', { event: 'constructor' }],
		['ribbon', 'interview_processed', { event_type: 'constructor' }],
		['hireflix', 'interview.create', { event: 'toString' }],
		['jobmojito', 'interview_result', { interview_status: 'constructor' }],
	])('is an unknown event: %s %s with %j', (vendor, name, changes) => {
		expect(eventOf(vendor, changed(fixture(vendor, name).body, changes))).toMatchObject({
			event_type: 'interview.unknown',
			interview_status: 'unknown',
		});
	});

	it.each<[Vendor, string, Record<string, unknown>]>([
		[
			'hireflix',
			'interview.status-change.shortlisted',
			{ 'data.status': 'constructor', 'data.finalist': null, 'data.completed': null, 'data.answered': false },
		],
		[
			'heymilo',
			'report_available',
			{
				interview_type: 'constructor',
				'agentic_data.web_interview_info.video_recording_link': null,
				'agentic_data.web_interview_info.audio_recording_link': null,
			},
		],
		[
			'heymilo',
			'report_available',
			{
				'agentic_data.web_interview_info.transcript.transcript': [
					{ speaker: 'constructor', text: 'a', timestamp: 1 },
				],
			},
		],
	])('leaves the item valid: %s %s with %j', (vendor, name, changes) => {
		const event = eventOf(vendor, changed(fixture(vendor, name).body, changes));
		expect(interviewEventSchema.safeParse(event).success).toBe(true);
	});
});
