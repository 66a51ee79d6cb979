import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { jsonField, readFields, textField } from '../../../shared/actions/fields';
import type { Operation } from '../../../shared/actions/operation';
import { collection } from '../../../shared/actions/properties';
import { optionalText, requiredEmail, requiredText } from '../../../shared/actions/reading';
import { asItems } from '../../../shared/actions/rows';
import { presentText } from '../../../shared/event/text';
import { agreeing, another, notRefused, notShown, type Check } from '../../../shared/http/agreeing';
import { mayHaveActed } from '../../../shared/http/failure';
import { withHint, writeOnce } from '../../api';
import { interviewerParameter } from '../../parameters';
import {
	addedRecords,
	addressIn,
	idsOf,
	interviewLinkIn,
	isOfAnother,
	recordOf,
	vagueLinkIn,
	type Found,
} from '../../answers';
import {
	asCandidate,
	customFieldsField,
	metadataField,
	personParameters,
	skillsField,
	statusField,
} from './candidateFields';
import { isWebAddress } from '../../../shared/http/isUrl';

/** Source: https://docs.interviewflowai.com/platform/api-integration/interview-candidate-api. */
const PATH = '/api/external/ingest/candidate';

const candidateFields: INodeProperties[] = [
	statusField,
	customFieldsField,
	jsonField(
		{
			displayName: 'Custom Questions',
			name: 'customQuestions',
			description: 'As a JSON list, passed on unchanged: InterviewFlowAI does not document its format',
		},
		'[]',
	),
	metadataField,
	textField({
		displayName: 'Resume URL',
		name: 'resumeUrl',
		placeholder: 'e.g. https://example.com/resume.pdf',
		description: 'Address of a PDF file that anyone can open; InterviewFlowAI downloads it',
	}),
	skillsField,
];

export const createInterviewLink: Operation = {
	value: 'createInterviewLink',
	name: 'Create Interview Link',
	action: 'Create an interview link',
	description: "Create one candidate's interview and get its link; InterviewFlowAI sends no email",
	identity: { name: 'email', field: 'Email', within: ['interviewerId'] },
	properties: [interviewerParameter, ...personParameters, collection('Additional Fields', candidateFields)],
	prepare: (context, itemIndex) => {
		checkResumeUrl(context, itemIndex);
		const body = asCandidate(context, itemIndex, {
			jobId: requiredText(context, itemIndex, 'interviewerId', 'Interviewer ID'),
			name: requiredText(context, itemIndex, 'name', 'Name'),
			email: requiredEmail(context, itemIndex, 'email', 'Email'),
			...readFields(context, itemIndex, {
				collection: 'additionalFields',
				known: candidateFields,
				lists: ['skills'],
			}),
		});
		return async () => {
			const email = String(body.email);
			const expects = agreeing(addedRecords, isOf(body), isTaken(body));
			const found = await writeOnce(context, PATH, expects, body);
			const record = recordOf(found.records, email) ?? {};
			const link = linkIn(record, found.body);
			if (link === null) throw noLink(context, itemIndex);
			withHint(context, found);
			return asItems([{ ...record, interviewLink: link }]);
		};
	},
};

/** @throws NodeOperationError for a file that cannot be downloaded from the web */
function checkResumeUrl(context: IExecuteFunctions, itemIndex: number): void {
	const url = optionalText(context, itemIndex, 'additionalFields.resumeUrl', 'Resume URL');
	if (url === '' || isWebAddress(url)) return;
	throw new NodeOperationError(context.getNode(), 'Resume URL is not a web address', {
		itemIndex,
		description: `It is "${url}". Give the whole address of a PDF file, beginning with https://.`,
	});
}

/** A record may say that nothing was made, or that the candidate has to wait, and have a link all the same. */
const isTaken =
	(asked: IDataObject): Check<Found> =>
	({ records }) => {
		const record = recordOf(records, String(asked.email)) ?? {};
		const waits = asked.status === 'shortlisted' && presentText(record.status)?.toLowerCase() === 'draft';
		return notRefused(record) ?? (waits ? notShown('status', 'shortlisted', 'draft') : undefined);
	};

/** Anyone with the link gets in: it must not be another candidate's, or lead to another Interviewer. */
const isOf =
	({ email: address, jobId }: IDataObject): Check<Found> =>
	({ records }) => {
		const email = String(address);
		const record = recordOf(records, email);
		if (record === undefined)
			return another('email', email, records.map(addressIn).join(', ').slice(0, 100) || 'none');
		return isOfAnother(record, String(jobId))
			? another('Interviewer', String(jobId), String(record.jobId ?? record.interviewerId))
			: undefined;
	};

/** Under `link` and `url`, an answer without an interview may have anything, such as a page of the documentation. */
function linkIn(record: IDataObject, body: unknown): string | null {
	const isMade = idsOf(record).length > 0;
	return interviewLinkIn(record, body) ?? (isMade ? vagueLinkIn(record, body) : null);
}

/** The interview may be there: it must not be created again by Retry On Fail. */
function noLink(context: IExecuteFunctions, itemIndex: number): NodeOperationError {
	return mayHaveActed(
		new NodeOperationError(
			context.getNode(),
			"InterviewFlowAI's response has no interview link; it is not certain whether the interview was created",
			{
				itemIndex,
				description:
					'Look in InterviewFlowAI, or with Candidate → Get Many, before you run this node again: it may have created the interview.',
			},
		),
	);
}
