import type { INodeProperties } from 'n8n-workflow';

import {
	choiceField,
	jsonField,
	longTextField,
	numberField,
	switchField,
	textField,
	timeField,
} from '../../shared/actions/fields';
import { languageParameter } from './languages';
import { avatarParameter, merchantField } from '../parameters';

export const NEW_STATUSES = { draft: 'Draft', active: 'Active' };

export const TYPES = { assessment: 'Assessment', coaching: 'Coaching', interview: 'Interview' };

export const VISIBILITIES = {
	merchant_invite: 'Invited Only',
	merchant_public: 'Public',
	merchant_unlisted: 'Unlisted',
};

/** What every new interview must say. */
export const requiredFields: INodeProperties[] = [
	textField({ displayName: 'Name', name: 'name', required: true, placeholder: 'e.g. Project manager' }),
	textField({ displayName: 'Location', name: 'location', required: true, placeholder: 'e.g. Remote' }),
	avatarParameter,
	languageParameter,
	choiceField(
		{
			displayName: 'Status',
			name: 'status',
			description: 'Whether candidates can take the interview immediately',
		},
		NEW_STATUSES,
	),
	choiceField({ displayName: 'Type', name: 'type', default: 'interview' }, TYPES),
	choiceField({ displayName: 'Visibility', name: 'visibility' }, VISIBILITIES),
];

const conduct: INodeProperties[] = [
	choiceField(
		{ displayName: 'Conversation Speed', name: 'interview_conversation_speed', default: 'normal' },
		{ faster: 'Faster', normal: 'Normal', slower: 'Slower' },
	),
	choiceField(
		{ displayName: 'Interview Style', name: 'interview_type' },
		{
			'pre-screening': 'Pre-Screening',
			'pre-screening-with-test-questions': 'Pre-Screening With Test Questions',
			'second-interview': 'Second Interview',
			'remote-freelancer-verification': 'Remote Freelancer Verification',
			'strength-based-interview': 'Strength-Based',
			'potential-based-interview': 'Potential-Based',
			'process-verification-from-knowledge-base': 'From Knowledge Base',
		},
	),
	choiceField(
		{
			displayName: 'Proctoring',
			name: 'recording',
			description: 'Recordings for detecting cheating. Costs credits.',
		},
		{
			audio_all: 'Audio of All Answers',
			audio_first_5_answers: 'Audio of First 5 Answers',
			video_all: 'Video of All Answers',
			video_first_5_answers: 'Video of First 5 Answers',
		},
	),
	choiceField(
		{ displayName: 'Record Full Session', name: 'recording_full_session', description: 'Costs credits' },
		{ audio_all: 'Audio', video_all: 'Video' },
	),
	choiceField(
		{
			displayName: 'Result Page',
			name: 'result_view',
			description: 'What the candidate sees at the end. With None, the result is submitted at once.',
		},
		{
			none: 'None',
			minimal: 'Minimal',
			minimal_with_score: 'Minimal With Score',
			advanced: 'Advanced',
			full: 'Full',
			full_expand_scores: 'Full With Scores Expanded',
		},
	),
	choiceField(
		{ displayName: 'Seniority', name: 'seniority_level' },
		{
			'entry-level': 'Entry Level',
			intermediate: 'Intermediate',
			senior: 'Senior',
			managerial: 'Managerial',
			director: 'Director',
			executive: 'Executive',
		},
	),
	choiceField(
		{ displayName: 'Tone', name: 'interview_tone' },
		{ relaxed: 'Relaxed', simple: 'Simple', professional: 'Professional', persuasive: 'Persuasive' },
	),
	choiceField(
		{ displayName: 'Video Introduction', name: 'candidate_video_introduction' },
		{ optional: 'Optional', required: 'Required' },
	),
	numberField({ displayName: 'Attempts', name: 'interview_attempts' }, 1, 20),
	numberField({ displayName: 'Maximum Follow-Ups', name: 'max_followups' }, 0, 999),
	{
		displayName: 'Random Share of Questions',
		name: 'questions_random_subset',
		type: 'number',
		typeOptions: { minValue: 0.01, maxValue: 0.9, numberPrecision: 2 },
		default: 0.5,
		description: 'Ask only this share of the questions, such as 0.5 for half of them',
	},
	switchField({
		displayName: 'Embedded',
		name: 'is_embedded',
		description: 'Whether the interview is shown inside a page of your own site',
	}),
	switchField({
		displayName: 'Instructional Video',
		name: 'instructional_video',
		description: 'Whether to show a video with instructions first',
	}),
	switchField({
		displayName: 'Require Pronunciation',
		name: 'required_pronunciation',
		description: 'Whether to assess pronunciation, which not every language allows',
	}),
	switchField({
		displayName: 'Transcript Can Be Edited',
		name: 'result_enable_edit_transcript',
		default: true,
		description: 'Whether the candidate may correct the transcript before submitting',
	}),
];

/** Sent as UTC: the vendor takes an ISO date and time. */
export const availableTillField = timeField({
	displayName: 'Available Till',
	name: 'interview_available_till',
	description: "After this time candidates cannot take the interview. In the workflow's time zone.",
});

const content: INodeProperties[] = [
	availableTillField,
	textField({ displayName: 'Code', name: 'code', description: 'Your own reference' }),
	textField({ displayName: 'Cover Image URL', name: 'cover_image_url' }),
	textField({ displayName: 'Department', name: 'interview_department' }),
	textField({ displayName: 'Instructional Video Text', name: 'instructional_video_custom_text' }),
	textField({ displayName: 'Knowledge Base Store ID', name: 'knowledge_base_store_id' }),
	textField({ displayName: 'Recruiter Profile ID', name: 'recruiter_profile_id' }),
	textField({ displayName: 'Salary', name: 'interview_salary', placeholder: 'e.g. $80k - $100k' }),
	textField({ displayName: 'Tags', name: 'tags', description: 'Separated by commas' }),
	longTextField({ displayName: 'Candidate Expectations', name: 'candidate_expectations' }),
	longTextField({ displayName: 'Long Description', name: 'description_long', description: 'In Markdown' }),
	longTextField({ displayName: 'Thank You Message', name: 'thank_you_message' }),
	longTextField({ displayName: 'Welcome Message', name: 'welcome_message' }),
	jsonField({ displayName: 'Additional Context', name: 'additional_context' }),
	jsonField({ displayName: 'Custom Scoring', name: 'custom_scoring' }),
	jsonField({
		displayName: 'Hiring for Company',
		name: 'hiring_for_company',
		default: '{\n  "name": "undisclosed"\n}',
	}),
	jsonField({
		displayName: 'PDF Report for Webhooks',
		name: 'pdf_export_auto_config',
		default: '{\n  "transcript": true\n}',
		description:
			'Which parts are in the PDF that JobMojito makes after the interview and links in the webhook (report_url). Without it, there is no PDF.',
	}),
	merchantField,
];

/** Text fields that hold several values, separated by commas. */
export const LIST_FIELDS = ['tags'];

/** What every way of creating or changing an interview may say besides. */
export const commonFields: INodeProperties[] = [...conduct, ...content];

/** What only an interview whose questions are generated may say. */
export const generatedFields: INodeProperties[] = [
	longTextField({
		displayName: 'Description',
		name: 'description',
		description: 'Two sentences for the candidate. Written by AI if left out.',
	}),
	switchField({
		displayName: 'Include Closing Prompt',
		name: 'include_closing_prompt',
		default: true,
		description: 'Whether to ask at the end if the candidate wants to add something',
	}),
	switchField({
		displayName: 'Include Rapport Question',
		name: 'include_rapport_question',
		description: 'Whether to begin with an icebreaker question',
	}),
	numberField(
		{ displayName: 'Maximum Duration', name: 'max_duration', default: 1200, description: 'In seconds' },
		60,
	),
	{
		...numberField({ displayName: 'Number of Questions', name: 'interview_length' }, 1, 40),
		description: 'At most one for every two minutes of the maximum duration',
	},
	switchField({
		displayName: 'Use Enhanced Expectations',
		name: 'use_enhanced_expectations',
		description: 'Whether AI elaborates the expectations',
	}),
];

/** The yardsticks, from weak to strong. */
export const expectationsField = jsonField({
	displayName: 'Expectations by Level',
	name: 'candidate_expectations_json',
	default: '{\n  "weak": [],\n  "moderate": [],\n  "strong": []\n}',
});

/** The questions as the vendor writes them. */
export const questionsParameter = jsonField(
	{
		displayName: 'Questions',
		name: 'questions',
		description:
			'A list such as [{"question": "Why this job?", "duration": 120}]. Also id, label, external_id, is_without_scoring and more.',
	},
	'[]',
);
