import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	choiceField,
	longTextField,
	numberField,
	readFields,
	switchField,
	textField,
	timeField,
} from '../../../shared/actions/fields';
import { requiredText } from '../../../shared/actions/reading';
import { namesAnother } from '../../../shared/actions/rows';
import { identifier, isNothing, isObject, time } from '../../../shared/event/fields';
import { agreeing, echoing, notRefused, notShown, theOne } from '../../../shared/http/agreeing';
import { anObject, mapped, type Contradiction, type Expected } from '../../../shared/http/expected';
import {
	filledIn,
	holding,
	metadataParameter,
	optionalMetadata,
	type Metadata,
} from '../../parameters/metadata';

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

/** A posting that was made: `{id, status, urls, posting}`, the posting being null where it is not ready yet. */
export const newPosting = agreeing(
	mapped(anObject('id', 'status'), ({ posting, ...head }): IDataObject | undefined => {
		const whole = isObject(posting) ? (posting as IDataObject) : {};
		// One ID is the posting's: people would be added to the other.
		return namesAnother(identifier(whole.id), identifier(head.id)) ? undefined : { ...head, ...whole };
	}),
	notRefused,
);

const DELIVERY_MODES = {
	exact_delivery: 'Exact',
	reference_only: 'Reference Only',
	silent_reference: 'Silent Reference',
	summarized_delivery: 'Summarized',
};

const deliveryMode = (displayName: string, name: string): INodeProperties =>
	choiceField(
		{ displayName, name, default: 'summarized_delivery', description: 'How the interviewer uses the text' },
		DELIVERY_MODES,
	);

const FROM_LOOKUP = 'Get it with Lookup: Get Many';

/** What can be set when a posting is made, and changed afterwards; named as the API names it. */
const fields: INodeProperties[] = [
	switchField({
		displayName: 'Allow SMS',
		name: 'allow_sms_comms',
		description: 'Whether candidates are also contacted by SMS',
	}),
	longTextField({
		displayName: 'Company Overview',
		name: 'company_overview',
		description: 'What the interviewer knows about the company',
	}),
	deliveryMode('Company Overview Delivery', 'company_overview_delivery_mode'),
	timeField({
		displayName: 'Deadline',
		name: 'deadline',
		description: 'After this time, no more candidates are interviewed',
	}),
	longTextField({
		displayName: 'Description',
		name: 'description',
		description: 'The job description, which may contain HTML',
	}),
	textField({
		displayName: 'Design Template Group ID',
		name: 'design_template_group_id',
		description: FROM_LOOKUP,
	}),
	switchField({
		displayName: 'Email Report to Candidate',
		name: 'email_report_to_candidate',
		description: 'Whether candidates get their report by email',
	}),
	textField({
		displayName: 'Email Template Group ID',
		name: 'email_template_group_id',
		description: FROM_LOOKUP,
	}),
	longTextField({
		displayName: 'Instructions',
		name: 'instructions',
		description: 'How the interviewer should behave',
	}),
	textField({
		displayName: 'Interviewer Name',
		name: 'interviewer_name',
		description: 'How the interviewer introduces itself',
	}),
	longTextField({
		displayName: 'Job Overview',
		name: 'job_overview',
		description: 'What the interviewer knows about the job',
	}),
	deliveryMode('Job Overview Delivery', 'job_overview_delivery_mode'),
	textField({ displayName: 'Language', name: 'language', description: 'Code of the language, such as en' }),
	numberField(
		{
			displayName: 'Maximum Retakes',
			name: 'max_retakes',
			description: 'How often a candidate may take the interview again',
		},
		0,
		5,
	),
	textField({ displayName: 'Name', name: 'name', description: 'Internal name of the posting' }),
	textField({ displayName: 'Phone Number ID', name: 'phone_number_id', description: FROM_LOOKUP }),
	longTextField({
		displayName: 'Process Overview',
		name: 'interview_process_overview',
		description: 'What happens after the interview',
	}),
	deliveryMode('Process Overview Delivery', 'interview_process_overview_delivery_mode'),
	textField({
		displayName: 'Redirect URL',
		name: 'redirect_url',
		description: 'Where candidates are sent after the interview',
	}),
	numberField(
		{
			displayName: 'Retake Cooldown',
			name: 'retake_cooldown_days',
			description: 'Days before a candidate may take the interview again',
		},
		0,
	),
	textField({
		displayName: 'Scheduling URL',
		name: 'scheduling_url',
		description: 'Where candidates pick a time for the next conversation',
	}),
	textField({ displayName: 'Sender Email ID', name: 'sender_email_id', description: FROM_LOOKUP }),
];

const title = textField({ displayName: 'Title', name: 'title', description: 'From 3 to 200 characters' });

/** What can be set when a posting is made. */
export const additionalFields = [...fields, metadataParameter('At most 50 keys with your own values')];

/** What can be changed. */
export const updateFields = [
	...fields,
	metadataParameter(
		'At most 50 keys with your own values. They replace all keys that are stored now: without a key, all are removed.',
	),
	title,
];

/**
 * The additional fields of a new posting as the API takes them.
 *
 * @throws NodeOperationError naming the field
 */
export function readAdditionalFields(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const metadata = filledIn(optionalMetadata(context, itemIndex, 'additionalFields.metadata') ?? {});
	return {
		...readFields(context, itemIndex, { collection: 'additionalFields', known: fields }),
		...(Object.keys(metadata).length === 0 ? {} : { metadata }),
	};
}

/**
 * The changes to a posting as the API takes them.
 *
 * @throws NodeOperationError naming the field
 */
export function readUpdateFields(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const known = [...fields, title];
	const changes = readFields(context, itemIndex, { collection: 'updateFields', known, clearsEmpty: true });
	if (changes.title === null) requiredText(context, itemIndex, 'updateFields.title', 'Title');
	const metadata = optionalMetadata(context, itemIndex, 'updateFields.metadata', { removesEmpty: true });
	return { ...changes, ...(metadata === undefined ? {} : { metadata: filledIn(metadata) }) };
}

/**
 * What comes back as it was sent. HeyMilo makes a slug of the name, and may write long texts and addresses differently.
 */
const ECHOED = [
	'title',
	'interviewer_name',
	'allow_sms_comms',
	'email_report_to_candidate',
	'max_retakes',
	'retake_cooldown_days',
	'company_overview_delivery_mode',
	'job_overview_delivery_mode',
	'interview_process_overview_delivery_mode',
	'design_template_group_id',
	'email_template_group_id',
	'phone_number_id',
	'sender_email_id',
];

/** The posting with this ID after a change of these fields. */
export function changedPosting(id: string, changes: IDataObject): Expected<IDataObject> {
	return agreeing(
		theOne('id', id, 'title'),
		echoing(changes, ECHOED),
		({ deadline }) => laterOrEarlier(changes.deadline, deadline),
		({ metadata }) =>
			isObject(changes.metadata) && isObject(metadata)
				? holding(changes.metadata as Metadata, 'refused')(metadata as IDataObject)
				: undefined,
	);
}

/** HeyMilo takes a deadline as a text and returns it as Unix seconds. */
function laterOrEarlier(asked: unknown, came: unknown): Contradiction | undefined {
	const wanted = time(asked);
	if (wanted === null || isNothing(came)) return undefined;
	const stored = time(came);
	const isSame = stored !== null && Math.abs(Date.parse(wanted) - Date.parse(stored)) < 1000;
	return isSame ? undefined : notShown('deadline', wanted, stored ?? String(came));
}
