import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { asTime } from './candidates';
import { asMetadata, metadataParameter } from './parameters';

/** The columns of a simplified posting. */
export const SIMPLIFIED_POSTING = [
	'id',
	'title',
	'name',
	'status',
	'language',
	'urls',
	'deadline',
	'metadata',
	'created_at',
	'updated_at',
];

const DELIVERY_MODES = [
	{ name: 'Exact', value: 'exact_delivery' },
	{ name: 'Reference Only', value: 'reference_only' },
	{ name: 'Silent Reference', value: 'silent_reference' },
	{ name: 'Summarized', value: 'summarized_delivery' },
];

const text = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

const longText = (displayName: string, name: string, description: string): INodeProperties => ({
	...text(displayName, name, description),
	typeOptions: { rows: 4 },
});

const deliveryMode = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	default: 'summarized_delivery',
	options: DELIVERY_MODES,
	description: 'How the interviewer uses the text',
});

/** What can be set when a posting is made, and changed afterwards; named as the API names it. */
export const postingFields: INodeProperties[] = [
	{
		displayName: 'Allow SMS',
		name: 'allow_sms_comms',
		type: 'boolean',
		default: false,
		description: 'Whether candidates are also contacted by SMS',
	},
	longText('Company Overview', 'company_overview', 'What the interviewer knows of the company'),
	deliveryMode('Company Overview Delivery', 'company_overview_delivery_mode'),
	{
		displayName: 'Deadline',
		name: 'deadline',
		type: 'dateTime',
		default: '',
		description: 'After this, nobody is interviewed any more',
	},
	longText('Description', 'description', 'The job description, which may contain HTML'),
	text('Design Template Group ID', 'design_template_group_id', 'Get it with Lookup: Get Many'),
	{
		displayName: 'Email Report to Candidate',
		name: 'email_report_to_candidate',
		type: 'boolean',
		default: false,
		description: 'Whether candidates get their report by email',
	},
	text('Email Template Group ID', 'email_template_group_id', 'Get it with Lookup: Get Many'),
	longText('Instructions', 'instructions', 'How the interviewer should behave'),
	text('Interviewer Name', 'interviewer_name', 'How the interviewer introduces itself'),
	longText('Job Overview', 'job_overview', 'What the interviewer knows of the job'),
	deliveryMode('Job Overview Delivery', 'job_overview_delivery_mode'),
	text('Language', 'language', 'Code of the language, such as en'),
	{
		displayName: 'Maximum Retakes',
		name: 'max_retakes',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 5 },
		default: 0,
		description: 'How often a candidate may take the interview again',
	},
	metadataParameter,
	text('Name', 'name', 'Internal name of the posting'),
	text('Phone Number ID', 'phone_number_id', 'Get it with Lookup: Get Many'),
	longText('Process Overview', 'interview_process_overview', 'What comes after the interview'),
	deliveryMode('Process Overview Delivery', 'interview_process_overview_delivery_mode'),
	text('Redirect URL', 'redirect_url', 'Where candidates are sent after the interview'),
	{
		displayName: 'Retake Cooldown',
		name: 'retake_cooldown_days',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Days before a candidate may take the interview again',
	},
	text('Scheduling URL', 'scheduling_url', 'Where candidates pick a time for the next conversation'),
	text('Sender Email ID', 'sender_email_id', 'Get it with Lookup: Get Many'),
];

/**
 * The fields of a collection as the API takes them.
 *
 * @throws NodeOperationError naming the field
 */
export function readPostingFields(
	context: IExecuteFunctions,
	itemIndex: number,
	collection: string,
): IDataObject {
	const { metadata, deadline, ...fields } = context.getNodeParameter(
		collection,
		itemIndex,
		{},
	) as IDataObject;
	const pairs = asMetadata(context, itemIndex, metadata);
	const time = asTime(context, itemIndex, deadline, 'Deadline');
	return {
		...fields,
		...(time === null ? {} : { deadline: time }),
		...(pairs === undefined ? {} : { metadata: pairs }),
	};
}
