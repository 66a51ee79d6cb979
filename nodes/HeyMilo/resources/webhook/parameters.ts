import type { INodeProperties } from 'n8n-workflow';

import { textField } from '../../../shared/actions/fields';

export const webhookParameter: INodeProperties = textField({
	displayName: 'Webhook ID',
	name: 'webhookId',
	required: true,
	placeholder: 'e.g. 5D0A1C7EF3B94E2A8C6D1B7F90E3A4C2',
	description: 'Get it with Webhook: Get Many',
});

/** The events that both generations of the API name. */
export const EVENTS = {
	interview_completed: 'Interview Completed',
	interview_started: 'Interview Started',
	report_available: 'Report Available',
};
