import type { INodeProperties } from 'n8n-workflow';

import { choiceField, longTextField, switchField, textField } from '../../shared/actions/fields';
import { teamField } from '../parameters';

/** As the schema of the API has them; the vendor's page leaves Norwegian out. */
const LANGUAGES: Record<string, string> = {
	'ar-AE': 'Arabic',
	'zh-CN': 'Chinese',
	'en-US': 'English',
	'fr-FR': 'French',
	'de-DE': 'German',
	'hi-IN': 'Hindi',
	'ja-JP': 'Japanese',
	'ko-KR': 'Korean',
	'no-NO': 'Norwegian',
	'pt-BR': 'Portuguese (Brazil)',
	'es-419': 'Spanish (Latin America)',
	'th-TH': 'Thai',
	'vi-VN': 'Vietnamese',
};

/** Where the events of a new flow go, signed with the secret of the credential. */
export const webhookUrlField: INodeProperties = textField({
	displayName: 'Webhook URL',
	name: 'webhook_url',
	placeholder: 'e.g. https://n8n.example.com/webhook/…/ribbon',
	description:
		'The Production URL of a Ribbon Trigger: the events of the flow go there, signed with Webhook Secret of the credential of this node. Ribbon takes it at creation only.',
});

/** Which team a new flow belongs to, and what it is like; each is left to Ribbon where it is not added. */
export const flowFields: INodeProperties[] = [
	longTextField({
		displayName: 'Additional Information',
		name: 'additional_info',
		description: 'What the interviewer may tell the candidate, such as salary and place of work',
	}),
	longTextField({
		displayName: 'Additional Instructions',
		name: 'additional_instructions',
		description: 'How the interviewer is to conduct the interview',
	}),
	textField({ displayName: 'Company Logo URL', name: 'company_logo_url' }),
	switchField({
		displayName: 'Document Upload',
		name: 'is_doc_upload_enabled',
		description: 'Whether candidates can upload documents',
	}),
	choiceField(
		{ displayName: 'Interview Type', name: 'interview_type' },
		{ general: 'General', recruitment: 'Recruitment' },
	),
	longTextField({ displayName: 'Introduction', name: 'intro', description: 'Said at the beginning' }),
	choiceField({ displayName: 'Language', name: 'language', default: 'en-US' }, LANGUAGES),
	longTextField({ displayName: 'Outro', name: 'outro', description: 'Said at the end' }),
	textField({
		displayName: 'Preamble Video URL',
		name: 'preamble_video_url',
		description: 'Address of an MP4, MOV or WebM file of at most 100 MB that anyone can open',
	}),
	textField({
		displayName: 'Redirect URL',
		name: 'redirect_url',
		description: 'Where the candidate is led after the interview',
	}),
	{
		...teamField,
		description:
			'The team of the flow; without it, the oldest team of the organization. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	switchField({
		displayName: 'Video',
		name: 'is_video_enabled',
		description: 'Whether the candidate is filmed. Only then does the event Video Processed come.',
	}),
	textField({ displayName: 'Voice ID', name: 'voice_id', placeholder: 'e.g. 11labs-Kate' }),
	webhookUrlField,
];
